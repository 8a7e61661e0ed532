import type { InventoryRows } from '../../intake/layout.js';
import { UsageError } from '../../model/errors.js';
import type { Questions } from '../../model/intake.js';
import { didYouMean } from '../../text/nearest.js';

/** Everybody the inventory names as an owner or a sponsor, by id. */
function namedIn(rows: InventoryRows): string[] {
  const named = Object.values(rows).flatMap((table) =>
    table.flatMap(({ cells }) => [cells.owner_id, cells.owner, cells.sponsor]),
  );
  return [...new Set(named.flatMap((id) => (id ? [id] : [])))];
}

/** The questions of one owner, by id or name; `none` those of nobody. Throws a UsageError for whom nothing names. */
export function onlyOf(said: Questions, rows: InventoryRows, owner: string): Questions {
  const isAsked = (one: Questions['questions'][number]): boolean =>
    owner === 'none' ? one.owner_id === null : one.owner_id === owner || one.owner === owner;
  const questions = said.questions.filter(isAsked);
  const ids = namedIn(rows);
  const names = rows.owners.flatMap(({ cells }) => cells.name ?? []);
  if (questions.length > 0 || [...ids, ...names, 'none'].includes(owner)) return { ...said, questions };
  throw new UsageError({
    message: `the inventory names no owner '${owner}'`,
    expected: `an owner by id or name: ${[...ids.slice(0, 20), 'none'].join(', ')}`,
    tips: didYouMean(owner, [...ids, ...names]),
  });
}
