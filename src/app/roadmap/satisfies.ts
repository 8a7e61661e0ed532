import { type AskFuture, type FieldWays, futureOf } from '../../facts/future/field-ways.js';
import { rowsByName, type Touched, touchedBy, touchingField } from '../../facts/future/touched.js';
import { arriving } from '../../facts/preferences/pairs.js';
import { isKeyMissing } from '../../facts/ways.js';
import type { Initiative } from '../../model/roadmap.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import type { Today, Wanted } from './read-ground.js';

/** Wants that are satisfied in the ecosystem with initiatives, in any order; asked for many sets of them. */
export type Scales = (initiatives: readonly Pick<Initiative, 'edits'>[]) => ReadonlySet<number>;

/** Nothing in the inventory keeps the choice from arriving in time, in seconds. Where it is unsure, the answer is no. */
function arrives(want: Wanted, { way: wayOf, collectors, keys }: FieldWays, most: number): boolean {
  const { cause, from, to, field, judged, shortest } = want;
  if (cause === 'conflicting_master' && collectors.has(to)) return false;
  if (from === to) return true;
  const way = wayOf(from, to);
  if (!way) return false;
  const seconds = way.latency ?? 0;
  if (seconds > most || (judged.class === 'violation' && seconds > shortest)) return false;
  const value = arriving(way, field, judged.choice);
  const isWrong = value !== judged.choice && value === judged.held;
  return !isWrong && !isKeyMissing(way, field, keys(to));
}

interface Field {
  readonly ask: AskFuture;
  readonly wants: readonly Wanted[];
  readonly touching: <T extends { touched: Touched }>(some: readonly T[]) => T[];
  readonly known: Map<string, readonly number[]>;
}

/** Initiatives as they come, with a number for each and what it touches. */
function numbering(today: Today) {
  const index = rowsByName(today.ways.tables);
  const known = new Map<Pick<Initiative, 'edits'>, { number: number; touched: Touched }>();
  return {
    index,
    of: (initiative: Pick<Initiative, 'edits'>) => {
      const one = known.get(initiative) ?? {
        number: known.size,
        touched: touchedBy(initiative.edits, index),
      };
      known.set(initiative, one);
      return { ...one, edits: initiative.edits };
    },
  };
}

/**
 * Weighs initiatives on the wants of today. A field's ways are asked once for each set of initiatives that touch it, so
 * that what initiatives do together is exact and costs little. `most` is how many seconds a change of a field may take.
 */
export function createScales(
  today: Today,
  most: (field: string) => number = today.ways.graph.agreed,
): Scales {
  const { index, of } = numbering(today);
  const byField = new Map<string, Wanted[]>();
  for (const want of today.wants) byField.set(want.field, [...(byField.get(want.field) ?? []), want]);
  const fields = [...byField].map(([field, wants]): Field => {
    const ends = wants.flatMap(({ from, to }) => [from, to]);
    return {
      ask: futureOf(today.ways, index, field, ends),
      wants,
      touching: touchingField(field),
      known: new Map(),
    };
  });
  const satisfiedIn = (
    { ask, wants, touching: touchingOf, known }: Field,
    chosen: readonly ReturnType<typeof of>[],
  ) => {
    const touching = touchingOf(chosen);
    const key = touching.map(({ number }) => number).join();
    const found = known.get(key);
    if (found) return found;
    const ways = ask(
      mergeEdits(touching.map(({ edits }) => edits)),
      touching.map(({ touched }) => touched),
    );
    const satisfied = wants.filter((want) => arrives(want, ways, most(want.field))).map(({ id }) => id);
    known.set(key, satisfied);
    return satisfied;
  };
  return (initiatives) => {
    const chosen = initiatives.map(of).sort((a, b) => a.number - b.number);
    return new Set(fields.flatMap((field) => satisfiedIn(field, chosen)));
  };
}
