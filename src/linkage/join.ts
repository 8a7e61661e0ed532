import { type Query, quoteName } from '../store/store.js';
import { cluster, type Edge, known } from './cluster.js';
import type { LinkRequest } from './types.js';

const between = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`;

interface Vetoes {
  readonly apart: ReadonlySet<string>;
  /** Deduplicated source of a record. */
  readonly sources: ReadonlyMap<number, number>;
}

async function readVetoes(store: Query, { apart, deduplicated = [] }: LinkRequest): Promise<Vetoes> {
  const pairs = apart
    ? await store.all<{ a: number; b: number }>(`SELECT a, b FROM ${quoteName(apart)} ORDER BY a, b`)
    : [];
  const records =
    deduplicated.length === 0
      ? []
      : await store.all<{ record: number; source: number }>(`
    SELECT r.record, r.source FROM work_link_records r
    WHERE r.source IN (${deduplicated.join(', ')}) AND r.record IN (SELECT a FROM work_link_pairs UNION SELECT b FROM work_link_pairs)
    ORDER BY r.record`);
  return {
    apart: new Set(pairs.map(({ a, b }) => between(a, b))),
    sources: new Map(records.map(({ record, source }) => [record, source])),
  };
}

/** Whether no record of one group is known to be somebody else than one of the other. */
const mayJoin =
  ({ apart, sources }: Vetoes) =>
  (a: readonly number[], b: readonly number[]): boolean => {
    const held = new Set(a.flatMap((record) => sources.get(record) ?? []));
    if (held.size > 0 && b.some((record) => held.has(sources.get(record)!))) return false;
    return apart.size === 0 || !a.some((one) => b.some((other) => apart.has(between(one, other))));
  };

/** Pairs known to be one person stand among the links, whatever was found. */
async function addKnown(store: Query, { known: relation }: LinkRequest): Promise<void> {
  if (relation === undefined) return;
  await store.run(`
    CREATE OR REPLACE TABLE work_link_told AS
    SELECT DISTINCT least(a, b) AS a, greatest(a, b) AS b FROM ${quoteName(relation)} WHERE a <> b;
    DELETE FROM work_link_pairs WHERE (a, b) IN (SELECT (a, b) FROM work_link_told);
    INSERT INTO work_link_pairs SELECT a, b, ${known * 1000}, 1000000, true FROM work_link_told;
    DROP TABLE work_link_told`);
}

async function readEdges(store: Query): Promise<Edge[]> {
  const edges: Edge[] = [];
  const pairs = store.stream<{ a: number; b: number; weight: number }>(
    'SELECT a, b, weight FROM work_link_pairs ORDER BY a, b',
  );
  for await (const rows of pairs)
    for (const { a, b, weight } of rows) edges.push({ a, b, weight: weight / 1000 });
  return edges;
}

/** `work_link_persons`, as in `types.ts`. */
export async function joinRecords(store: Query, request: LinkRequest): Promise<void> {
  await addKnown(store, request);
  const threshold = request.threshold ?? 0.5;
  const groups = cluster(await readEdges(store), {
    unseen: -3,
    most: 8,
    least: -6,
    threshold: Math.log2(threshold / (1 - Math.min(threshold, 1 - 1e-9))),
    mayJoin: mayJoin(await readVetoes(store, request)),
  });
  const members = groups.flatMap((group) => {
    const person = group.reduce((least, record) => Math.min(least, record));
    return group.map((record) => [record, person] as const);
  });
  await store.run('CREATE OR REPLACE TABLE work_link_groups (record INTEGER, person INTEGER)');
  await store.append('work_link_groups', ['record', 'person'], members);
  await store.run(`
    CREATE OR REPLACE TABLE work_link_persons AS
    WITH inside AS (
      SELECT p.a, p.b, p.ppm, p.known FROM work_link_pairs p
      JOIN work_link_groups x ON x.record = p.a JOIN work_link_groups y ON y.record = p.b AND y.person = x.person),
    best AS (
      SELECT record, max(ppm) AS ppm, bool_or(known) AS known
      FROM (SELECT a AS record, ppm, known FROM inside UNION ALL SELECT b, ppm, known FROM inside) e GROUP BY record)
    SELECT r.record, coalesce(g.person, r.record) AS person, coalesce(b.ppm, 1000000) AS ppm,
           CASE WHEN g.person IS NULL THEN 'alone' WHEN b.known THEN 'known' ELSE 'probabilistic' END AS basis
    FROM work_link_records r
    LEFT JOIN work_link_groups g ON g.record = r.record LEFT JOIN best b ON b.record = r.record;
    DROP TABLE work_link_groups`);
}
