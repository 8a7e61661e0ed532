import { countOf } from '../../report/parts/shares.js';
import { compareText } from '../../text/compare.js';
import { renderSeconds } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import { drawNetwork } from '../pictures/network.js';
import type { Picture, Table } from '../pictures/picture.js';
import type { Answer } from './answer.js';

interface Reached {
  readonly system_id: string;
  /** Seconds; null when a flow on the way states none. */
  readonly latency_s: number | null;
  readonly way: readonly string[];
  /** Seconds when every job has just left; absent where no schedule is known. */
  readonly latest_s?: number | null;
}

/** Boxes a picture shows; the rest is counted. */
const most = 36;
const time = (seconds: number | null): string => (seconds === null ? 'time unknown' : renderSeconds(seconds));

/** Everything a change in `from` reaches, the earliest first; what takes an unknown time last. */
function reachedFrom(atlas: Atlas, from: string, field: string | undefined): Reached[] {
  return atlas.map.systems
    .flatMap(({ system_id }) => {
      const way = system_id === from ? undefined : atlas.graph.way(from, system_id, field);
      const latest = atlas.latest?.(from, system_id, field);
      return way
        ? [
            {
              system_id,
              latency_s: way.latency,
              way: way.systems,
              ...(latest !== undefined && { latest_s: latest }),
            },
          ]
        : [];
    })
    .sort(
      (a, b) =>
        (a.latency_s ?? Number.MAX_VALUE) - (b.latency_s ?? Number.MAX_VALUE) ||
        a.way.length - b.way.length ||
        compareText(a.system_id, b.system_id),
    );
}

function draw(
  atlas: Atlas,
  from: string,
  reached: readonly Reached[],
  about: Omit<Picture, 'width' | 'height' | 'body'>,
): Picture {
  const shown = reached.slice(0, most);
  const ids = new Set([from, ...shown.map(({ system_id }) => system_id)]);
  const edges = new Map<string, { from: string; to: string }>();
  for (const { way } of shown)
    for (const [i, to] of way.slice(1).entries())
      if (ids.has(way[i]!) && ids.has(to)) edges.set(`${way[i]}>${to}`, { from: way[i]!, to });
  const nodes = shown.map(({ system_id, latency_s, way }) => ({
    id: system_id,
    name: atlas.system(system_id).name,
    notes: [atlas.siloOf(system_id), time(latency_s)],
    column: way.filter((id) => ids.has(id)).length - 1,
  }));
  const start = {
    id: from,
    name: atlas.system(from).name,
    notes: [atlas.siloOf(from)],
    kind: 'strong' as const,
    column: 0,
  };
  const left = reached.length - shown.length;
  const rest =
    left === 0
      ? []
      : [
          {
            id: '',
            name: `and ${countOf(left, 'system')} more`,
            notes: [],
            kind: 'faint' as const,
            column: Math.max(...nodes.map(({ column }) => column)),
          },
        ];
  return drawNetwork(about, [start, ...nodes, ...rest], [...edges.values()]);
}

interface Sorted {
  readonly inTime: readonly Reached[];
  readonly late: readonly Reached[];
  /** With a limit: what nobody can say of. */
  readonly unknown: readonly Reached[];
  readonly others: number;
}

function sortOut(atlas: Atlas, all: readonly Reached[], within: number | undefined): Sorted {
  const fits = ({ latency_s }: Reached): boolean =>
    within === undefined || (latency_s !== null && latency_s <= within);
  return {
    inTime: all.filter(fits),
    late: all.filter((reached) => !fits(reached) && reached.latency_s !== null),
    unknown: all.filter((reached) => !fits(reached) && reached.latency_s === null),
    others: atlas.map.systems.length - 1,
  };
}

/** How many are in time on most days only. */
const luckyOf = (reached: readonly Reached[], within: number | undefined): number =>
  within === undefined ? 0 : reached.filter(({ latest_s }) => (latest_s ?? 0) > within).length;

function tell(
  { inTime, late, unknown, others }: Sorted,
  what: string,
  limit: string,
  within: number | undefined,
): string[] {
  const lucky = luckyOf(inTime, within);
  const never = others - inTime.length - late.length - unknown.length;
  return [
    `${what} reaches ${inTime.length} of ${countOf(others, 'other system')}${limit}.`,
    ...(lucky > 0 ? [`For ${lucky} of them it takes longer when a change just misses a job.`] : []),
    ...(late.length > 0
      ? [`It reaches ${late.length} more later, the last after ${renderSeconds(late.at(-1)!.latency_s!)}.`]
      : []),
    ...(unknown.length > 0 ? [`For ${unknown.length} more a flow on the way states no time.`] : []),
    ...(never > 0 ? [`${countOf(never, 'system')} never ${never === 1 ? 'hears' : 'hear'} of it.`] : []),
  ];
}

function tableOf(atlas: Atlas, reached: readonly Reached[]): Table {
  const timed = reached.some(({ latest_s }) => latest_s !== undefined);
  return {
    caption: 'Systems in the order in which they hear of it',
    heads: ['System', 'Silo', 'After', ...(timed ? ['At worst'] : []), 'Over'],
    rows: reached.map(({ system_id, latency_s, latest_s, way }) => [
      atlas.system(system_id).name,
      atlas.siloOf(system_id),
      time(latency_s),
      ...(timed ? [time(latest_s ?? null)] : []),
      way.length === 2
        ? 'directly'
        : way
            .slice(1, -1)
            .map((id) => atlas.system(id).name)
            .join(', '),
    ]),
    numeric: [],
  };
}

/** `--reach A --within T [--field F]`: which systems hear of a change, and when. */
export function askReach(atlas: Atlas, from: string, within: number | undefined, field?: string): Answer {
  const sorted = sortOut(atlas, reachedFrom(atlas, from, field), within);
  const { name } = atlas.system(from);
  const limit = within === undefined ? '' : ` within ${renderSeconds(within)}`;
  const what = field === undefined ? `What leaves ${name}` : `A change of ${field} in ${name}`;
  const question = `What does ${field === undefined ? name : `a change of ${field} in ${name}`} reach${limit}?`;
  const sentences = tell(sorted, what, limit, within);
  const table = tableOf(atlas, sorted.inTime);
  return {
    question,
    sentences,
    tables: [table],
    facts: {
      question: 'reach',
      from,
      field: field ?? null,
      within_s: within ?? null,
      reached: sorted.inTime,
      later: sorted.late,
      unknown: sorted.unknown,
      of: sorted.others,
    },
    picture: draw(atlas, from, sorted.inTime, {
      id: 'reach',
      title: question,
      description: sentences.join(' '),
      table,
    }),
  };
}
