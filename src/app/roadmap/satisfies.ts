import { editTables } from '../../facts/future/edit-tables.js';
import { judgePair, surroundingsOf } from '../../facts/preferences/pairs.js';
import { waysOf } from '../../facts/read-ways.js';
import type { Config } from '../../model/config.js';
import type { Edit } from '../../model/edit.js';
import type { Today, Wanted } from './read-ground.js';

type Judged = ReturnType<typeof judgePair>;

/** Nothing in the inventory keeps the choice from arriving in time. Where it is unsure, the answer is no. */
function arrives(judged: Judged, { cause, judged: { class: kind }, shortest }: Wanted): boolean {
  const latency = Number(judged.latency_ms);
  return (
    judged.narrow === false &&
    !(cause === 'conflicting_master' && judged.writable === true) &&
    judged.reach === true &&
    judged.carried === true &&
    judged.mapped_wrong === false &&
    judged.key_gap === false &&
    latency <= Number(judged.agreed_ms) &&
    (kind !== 'violation' || latency <= shortest * 1000)
  );
}

/** Wants that are satisfied in the ecosystem with these edits. */
export function satisfiedBy(
  { ways, wants }: Today,
  config: Config,
  edits: readonly Edit[],
): ReadonlySet<number> {
  const around = surroundingsOf(waysOf(editTables(ways.tables, edits), config));
  const judged = new Map<number, Judged>();
  const judge = (want: Wanted): Judged => {
    const known = judged.get(want.pair) ?? judgePair(want.judged, around);
    judged.set(want.pair, known);
    return known;
  };
  return new Set(wants.filter((want) => arrives(judge(want), want)).map(({ id }) => id));
}
