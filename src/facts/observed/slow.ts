import { byCodeUnit } from '../../graph/index.js';
import type { Flow } from '../../graph/types.js';
import type { Pair } from './expect.js';
import type { Lags } from './lags.js';
import { wilson } from './wilson.js';

/** One in twenty may be late by what a declared latency means; people who said the same twice look late, too. */
const allowed = 0.2;

export interface Measured {
  readonly pair: Pair;
  readonly lags: Lags;
}

export interface SlowFlow {
  readonly flow: Flow;
  readonly fields: readonly string[];
  readonly alike: readonly string[];
  readonly measured: readonly Measured[];
}

interface Suspect {
  readonly flow: Flow;
  readonly measured: readonly Measured[];
  readonly late: number;
  readonly arrivals: number;
}

const sum = (measured: readonly Measured[], of: (lags: Lags) => number): number =>
  measured.reduce((total, { lags }) => total + of(lags), 0);

/** More arrive late than is declared, and no way over the flow is clearly better than the others. */
function isSlow({ measured, late, arrivals }: Suspect): boolean {
  const isBetter = ({ lags }: Measured) => wilson(lags.late, lags.arrivals).high < late / arrivals;
  return wilson(late, arrivals).low > allowed && !measured.some(isBetter);
}

const nearness = ({ flow, measured }: Suspect): number =>
  measured.filter(({ pair }) => pair.to.system_id === flow.to).length;
const order = (a: Suspect, b: Suspect): number =>
  b.late - a.late || nearness(b) - nearness(a) || byCodeUnit(a.flow.flowId, b.flow.flowId);

function suspectsOf(measured: readonly Measured[]): Suspect[] {
  const byFlow = new Map<string, { flow: Flow; measured: Measured[] }>();
  for (const one of measured)
    for (const flow of one.pair.expectation.needed) {
      const known = byFlow.get(flow.flowId) ?? { flow, measured: [] };
      byFlow.set(flow.flowId, known);
      known.measured.push(one);
    }
  return [...byFlow.values()]
    .map((one) => ({
      ...one,
      late: sum(one.measured, ({ late }) => late),
      arrivals: sum(one.measured, ({ arrivals }) => arrivals),
    }))
    .filter(isSlow)
    .sort(order);
}

/** The fewest flows that explain what is late of one field: the one that explains most, then the same for the rest. */
function slowOf(field: string, measured: readonly Measured[]): (SlowFlow & { field: string })[] {
  const found: (SlowFlow & { field: string })[] = [];
  let rest = measured;
  for (let suspects = suspectsOf(rest); suspects.length > 0; suspects = suspectsOf(rest)) {
    const { flow, measured: explained } = suspects[0]!;
    const same = suspects
      .slice(1)
      .filter(
        (other) =>
          other.measured.length === explained.length &&
          other.measured.every((one) => explained.includes(one)),
      );
    found.push({
      flow,
      field,
      fields: [field],
      alike: same.map((other) => other.flow.flowId),
      measured: explained,
    });
    rest = rest.filter((one) => !explained.includes(one));
  }
  return found;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort(byCodeUnit);

/** Declared flows by which more changes arrive late than the declared times allow, by id. */
export function findSlow(measured: readonly Measured[]): SlowFlow[] {
  const declared = measured.filter(
    ({ pair: { expectation } }) => expectation.expected === 'declared' && expectation.way?.latency != null,
  );
  const fields = unique(declared.map(({ pair }) => pair.field));
  const all = fields.flatMap((field) =>
    slowOf(
      field,
      declared.filter(({ pair }) => pair.field === field),
    ),
  );
  return unique(all.map(({ flow }) => flow.flowId)).map((id) => {
    const parts = all.filter(({ flow }) => flow.flowId === id);
    return {
      flow: parts[0]!.flow,
      fields: unique(parts.map(({ field }) => field)),
      alike: unique(parts.flatMap(({ alike }) => alike)),
      measured: parts.flatMap((part) => part.measured),
    };
  });
}
