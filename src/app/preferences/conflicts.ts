import {
  type Lag,
  type ListedConflict,
  readCauses,
  readLags,
  readListed,
  readTotals,
  readUnmet,
} from '../../facts/lookup/conflict-list.js';
import { renderPolicy } from '../../model/choice-settings.js';
import { type CauseRow, type ConflictRow, type Conflicts, conflictsSchema } from '../../model/conflicts.js';
import type { PolicyName } from '../../model/enums.js';
import type { Announce, RunRequest } from '../run-stages.js';
import { type Facts, withFacts } from '../with-facts.js';
import { compareUnmet } from './compare.js';

export interface ConflictsRequest extends RunRequest {
  /** Another policy under which the same records are looked at. */
  readonly compare?: PolicyName;
}

const pairOf = ({
  from_system_id,
  to_system_id,
  field,
}: Pick<Lag, 'from_system_id' | 'to_system_id' | 'field'>): string =>
  JSON.stringify([from_system_id, to_system_id, field]);

const toRow = (row: ListedConflict, lag: Lag | undefined): ConflictRow => ({
  class: row.class as ConflictRow['class'],
  from_system_id: row.from_system_id,
  to_system_id: row.to_system_id,
  field: row.field,
  cause: row.cause as ConflictRow['cause'],
  path: row.path ? row.path.split('|') : [],
  lag: lag ? { arrivals: lag.arrivals, median_s: lag.median_s, p95_s: lag.p95_s } : null,
  certain: row.certain,
  persons: row.persons,
  persons_of: row.persons_of,
  cells: row.cells,
  messages: row.messages,
  messages_of: row.messages_of,
  cost: row.cost,
  days_max: row.days_max,
});

const sum = (rows: readonly ListedConflict[]): number =>
  rows.reduce((total, { messages }) => total + messages, 0);

/** Causes with distinct persons, and the pairs and messages of their conflicts. */
async function causesOf({ store }: Facts, listed: readonly ListedConflict[]): Promise<CauseRow[]> {
  const totals = await readCauses(store);
  return totals.map(({ cause, certain, persons }) => {
    const own = listed.filter((row) => row.cause === cause);
    return { cause: cause as CauseRow['cause'], certain, persons, pairs: own.length, messages: sum(own) };
  });
}

async function listConflicts(facts: Facts): Promise<Conflicts> {
  const { store, config, asOf, coverage } = facts;
  const listed = await readListed(store);
  const lags = new Map((await readLags(store)).map((lag) => [pairOf(lag), lag]));
  const { persons, certain, underWay } = await readTotals(store);
  const causes = await causesOf(facts, listed);
  const place = new Map(causes.map(({ cause }, at) => [cause, at]));
  const rows = listed.map((row) => toRow(row, lags.get(pairOf(row))));
  return {
    $schema: 'unsilo/src/schema/conflicts.json',
    schema_version: 1,
    ecosystem: config.name,
    as_of: asOf.time,
    policy: renderPolicy(config.policy),
    persons: { certain, persons, known: coverage.persons, in_two_systems: coverage.persons_in_two_or_more },
    causes,
    rows: rows.sort((a, b) => place.get(a.cause)! - place.get(b.cause)!),
    under_way: underWay,
    comparison: null,
  };
}

const read = async (facts: Facts) => ({
  conflicts: await listConflicts(facts),
  unmet: await readUnmet(facts.store),
});

/** Who is at odds with whom and why; and what another policy would make of it. */
export async function conflicts(request: ConflictsRequest, announce: Announce): Promise<Conflicts> {
  const { compare, ...own } = request;
  if (compare === undefined) return withFacts(own, announce, listConflicts);
  const mine = await withFacts(own, announce, read);
  const other = await withFacts({ ...own, policy: compare }, announce, read);
  const { certain, persons } = other.conflicts.persons;
  const comparison = {
    policy: compare,
    persons: { certain, persons },
    changes: compareUnmet(mine.unmet, other.unmet),
  };
  return conflictsSchema.parse({ ...mine.conflicts, comparison });
}
