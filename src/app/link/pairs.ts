import type { Linkage } from '../../linkage/index.js';
import { UsageError } from '../../model/errors.js';
import type { PairReport } from '../../model/link.js';
import type { Row, Store, Value } from '../../store/store.js';
import { mask } from '../../text/mask.js';
import { didYouMean } from '../../text/nearest.js';
import { readNearest } from './lines.js';
import { rounded } from './read-result.js';

type Ids = ReadonlyMap<number, string>;

/** How many ids a misspelt one is held against. */
const most = 1000;

async function findRecord(store: Store, id: string): Promise<number> {
  const sql = 'SELECT record FROM link_names WHERE record_id = $id';
  const [found] = await store.all<{ record: number }>(sql, { id });
  if (found) return found.record;
  const some = await store.all<{ record_id: string }>(
    `SELECT record_id FROM link_names ORDER BY record LIMIT ${most}`,
  );
  const ids = some.map(({ record_id }) => record_id);
  throw new UsageError({
    message: `no record '${id}'`,
    expected: `an id of the crosswalk, such as ${ids[0] ?? ''}`,
    tips: didYouMean(id, ids),
  });
}

async function idsOf(store: Store, records: readonly number[]): Promise<Ids> {
  const list = [...new Set(records), -1].join(', ');
  const rows = await store.all<{ record: number; record_id: string }>(
    `SELECT record, record_id FROM link_names WHERE record IN (${list})`,
  );
  return new Map(rows.map(({ record, record_id }) => [record, record_id]));
}

async function basisOf(store: Store, a: number, b: number): Promise<{ basis: string; same: boolean }> {
  const [found] = await store.all<{ basis: string; same: boolean }>(`
    SELECT coalesce((SELECT CASE WHEN known THEN 'known' END FROM work_link_pairs WHERE a = ${a} AND b = ${b}), 'probabilistic') AS basis,
           count(DISTINCT person) = 1 AS same
    FROM work_link_persons WHERE record IN (${a}, ${b})`);
  return found!;
}

/** Values as the files have them; the linkage tells them in the form in which it compares. */
async function readValues(store: Store, record: number): Promise<Row> {
  const [found] = await store.all(`SELECT * FROM link_records WHERE record = ${record}`);
  return found!;
}

interface Looking {
  readonly store: Store;
  readonly linkage: Linkage;
  readonly reveal: boolean;
}

async function explain(
  { store, linkage, reveal }: Looking,
  a: number,
  b: number,
  ids: Ids,
): Promise<PairReport> {
  const [left, right] = [await readValues(store, a), await readValues(store, b)];
  const shown = (value: Value | undefined): string | null =>
    value === null || value === undefined ? null : reveal ? String(value) : mask(String(value));
  const { prior, steps, weight, probability } = await linkage.explainPair(a, b);
  const { basis, same } = await basisOf(store, a, b);
  return {
    $schema: 'unsilo/src/schema/link-pair.json',
    schema_version: 1,
    record_id_a: ids.get(a)!,
    record_id_b: ids.get(b)!,
    prior: rounded(prior),
    fields: steps.map((step) => ({
      column: step.column,
      role: step.role,
      a: shown(left[step.column] ?? step.left),
      b: shown(right[step.column] ?? step.right),
      level: step.level,
      weight: rounded(step.weight),
      frequency: rounded(step.frequency),
    })),
    weight: rounded(weight),
    probability: rounded(probability),
    threshold: linkage.summary.threshold,
    basis,
    same_person: same,
  };
}

/** One pair, field by field. Throws a UsageError on an id that no record has. */
export async function explainPair(looking: Looking, idA: string, idB: string): Promise<PairReport> {
  const [a, b] = [await findRecord(looking.store, idA), await findRecord(looking.store, idB)];
  if (a === b) throw new UsageError({ message: `'${idA}' is one record`, expected: 'two records' });
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return explain(looking, low, high, await idsOf(looking.store, [a, b]));
}

/** The pairs on which the threshold hangs, for somebody to judge. */
export async function readReview(looking: Looking, many: number): Promise<PairReport[]> {
  const { store, linkage } = looking;
  const nearest = await readNearest(store, linkage.summary.threshold, many);
  const ids = await idsOf(
    store,
    nearest.flatMap(({ a, b }) => [a, b]),
  );
  const pairs: PairReport[] = [];
  for (const { a, b } of nearest) pairs.push(await explain(looking, a, b, ids));
  return pairs;
}
