import { editTables } from '../../facts/future/edit-tables.js';
import { judgeWay, surroundingsOf, type WayVerdict } from '../../facts/preferences/pairs.js';
import { waysOf } from '../../facts/read-ways.js';
import type { Config } from '../../model/config.js';
import type { Edit } from '../../model/edit.js';
import type { Today, Wanted } from './read-ground.js';

/** Nothing in the inventory keeps the choice from arriving in time. Where it is unsure, the answer is no. */
function arrives(judged: WayVerdict, { cause, judged: { class: kind }, shortest }: Wanted): boolean {
  const { latency_ms: latency } = judged;
  return (
    !judged.narrow &&
    !(cause === 'conflicting_master' && judged.writable) &&
    judged.reach &&
    judged.carried &&
    !judged.mapped_wrong &&
    !judged.key_gap &&
    latency <= judged.agreed_ms &&
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
  const judged = new Map<number, WayVerdict>();
  const judge = (want: Wanted): WayVerdict => {
    const known = judged.get(want.pair) ?? judgeWay(want.judged, around);
    judged.set(want.pair, known);
    return known;
  };
  return new Set(wants.filter((want) => arrives(judge(want), want)).map(({ id }) => id));
}
