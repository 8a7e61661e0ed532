import { boolean, integer, must } from '../../model/column.js';
import { createTable } from '../../store/schema.js';
import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { isArriving, isInTime, isTurned, type Seen, writeArrivals } from './arrivals.js';
import { opposites } from './pairs.js';
import { writeSignatures } from './signatures.js';
import { writeConflicts } from './write-conflicts.js';
import { writePairs } from './write-pairs.js';
import { writeWaits } from './write-waits.js';

/** Causes that say that the inventory has no way. */
const absences = `('scope_too_narrow', 'no_flow', 'one_way', 'field_not_mapped')`;

const columns = {
  pair_id: must(integer('pair')),
  turned: must(boolean('the opposite arrives')),
  in_time: must(boolean('it arrives too soon for people who said the same twice')),
  latency_ms: must(integer('time within which a change is still on its way')),
  agreed_ms: must(integer('agreed time')),
};

interface Unexplained {
  readonly pair_id: number;
  readonly from_system_id: string;
  readonly to_system_id: string;
  readonly carrier: string;
  readonly choice: string;
  readonly held: string | null;
}

const unexplained = `
  SELECT DISTINCT p.pair_id, p.from_system_id, p.to_system_id, p.carrier, p.choice, p.held FROM work_pairs p
  JOIN work_conflicts c ON c.pair_id = p.pair_id AND c.cause IN ${absences}
  WHERE NOT p.carried ORDER BY p.pair_id`;

const keyOf = (from: string, to: string, field: string): string => JSON.stringify([from, to, field]);

const day = 86_400;

/**
 * Seconds within which a change may still be on its way: what nine of ten took, and of what is agreed as long as the
 * slowest seen and one that just missed it would take; all of it where nobody knows how long any took.
 */
const takes = ({ p90_s, max_s }: Seen, agreed: number): number =>
  max_s === null ? agreed : Math.max(p90_s ?? 0, Math.min(Math.max(2 * max_s, max_s + 2 * day), agreed));

/** Pairs without a declared way between which changes are seen to arrive all the same. */
async function contradicted(store: Query, context: FactContext, rows: readonly Seen[]) {
  const arriving = new Map(
    rows
      .filter((row) => isArriving(row) || isInTime(row))
      .map((row) => [keyOf(row.from_system_id, row.to_system_id, row.field), row] as const),
  );
  if (arriving.size === 0) return [];
  const pairs = await store.all<Unexplained & Record<string, string | number | null>>(unexplained);
  return pairs.flatMap((pair) => {
    const row = arriving.get(keyOf(pair.from_system_id, pair.to_system_id, pair.carrier));
    if (!row) return [];
    const turned = isTurned(row) && opposites[pair.choice] === pair.held;
    const agreed = context.graph.agreed(pair.carrier);
    return [[pair.pair_id, turned, isInTime(row), takes(row, agreed) * 1000, agreed * 1000] as const];
  });
}

/**
 * What comes by a way that nobody declared is judged by that way; what was known to be somebody's own write stays. So does
 * a way that is declared without the field, unless what comes is turned round or comes in time: people who say the same in
 * both systems look like arrivals, and never say the opposite, nor do so within the agreed time. What may still come is no
 * conflict yet either way.
 */
const revise = `
  CREATE TABLE work_revised_conflicts AS
  SELECT c.person_id, c.pair_id,
         CASE WHEN v.pair_id IS NULL OR c.cause NOT IN ${absences} OR c.cause IS NULL THEN c.cause
              WHEN v.turned THEN 'mapping_wrong'
              WHEN c.cause = 'field_not_mapped' AND NOT v.in_time
                AND NOT (c.elapsed < v.latency_ms AND v.latency_ms <= v.agreed_ms) THEN c.cause
              WHEN c.elapsed < v.latency_ms THEN CASE WHEN v.latency_ms <= v.agreed_ms THEN 'in_flight' ELSE 'too_slow' END
              ELSE 'lost' END AS cause,
         CASE WHEN v.pair_id IS NOT NULL AND c.awareness = 'could_not_know' AND NOT v.turned AND v.latency_ms <= c.elapsed
              THEN 'could_have_known' ELSE c.awareness END AS awareness,
         c.confidence, c.since, c.latest, c.elapsed, c.cells, c.messages, c.cost, c.code, c.held_code
  FROM work_conflicts c LEFT JOIN work_revised v ON v.pair_id = c.pair_id;
  DROP TABLE work_conflicts; ALTER TABLE work_revised_conflicts RENAME TO work_conflicts; DROP TABLE work_revised;
  DROP TABLE fact_preference_conflicts; DROP TABLE fact_preference_pairs; DROP TABLE fact_preference_waits;
  DROP TABLE fact_person_signatures; DROP TABLE work_signatures; DROP TABLE work_system_sets`;

/**
 * Holds causes against what was seen of ways: where the inventory has none and changes arrive all the same, the cause is
 * not that there is no way. Creates `fact_preference_arrivals`. Needs `work_conflicts` and the facts of
 * `src/facts/observed`.
 */
export async function reviseCauses(store: Query, context: FactContext): Promise<void> {
  const revised = await contradicted(store, context, await writeArrivals(store, context));
  if (revised.length === 0) return;
  await store.run(createTable('work_revised', columns));
  await store.insert('work_revised', Object.keys(columns), revised);
  await store.run(revise);
  await writeConflicts(store);
  await writeWaits(store);
  await writePairs(store);
  await writeSignatures(store);
}
