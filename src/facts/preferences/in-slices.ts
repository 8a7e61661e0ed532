import type { Query } from '../../store/store.js';

/** Ids of persons whose lists are built at once. Lists under construction cannot be spilled, so that all would have to fit. */
const idsAtOnce = 2 ** 20;

interface Plan {
  readonly table: string;
  /** A SELECT about the persons that a condition leaves, grouped. */
  readonly part: (within: string) => string;
  /** The SELECT that adds up groups of several parts, in the table named. */
  readonly whole: (parts: string) => string;
}

/** Creates a table that groups persons by lists of theirs, some persons at a time where they are many. */
export async function createInSlices(
  store: Query,
  { table, part, whole }: Plan,
  atOnce = idsAtOnce,
): Promise<void> {
  const [last] = await store.all<{ id: number | null }>('SELECT max(person_id) AS id FROM work_persons');
  const most = Number(last?.id ?? 0);
  if (most < atOnce) return store.run(`CREATE TABLE ${table} AS ${part('true')}`);
  const parts = `${table}_parts`;
  for (let from = 0; from <= most; from += atOnce)
    await store.run(
      `${from === 0 ? `CREATE TABLE ${parts} AS` : `INSERT INTO ${parts}`} ${part(`person_id >= ${from} AND person_id < ${from + atOnce}`)}`,
    );
  await store.run(`CREATE TABLE ${table} AS ${whole(parts)}; DROP TABLE ${parts}`);
}
