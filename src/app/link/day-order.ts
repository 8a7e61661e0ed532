import { quoteName, type Store } from '../../store/store.js';

const parts = '^([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})$';
const part = (name: string, n: number): string =>
  `CAST(regexp_extract(${name}, '${parts}', ${n}) AS INTEGER)`;

/** Whether a column writes the month first: a second number over 12 is a day, and no first one is. */
async function isMonthFirst(store: Store, select: string, name: string): Promise<boolean> {
  const [found] = await store.all<{ first: number; second: number }>(`
    SELECT count(*) FILTER (${part(name, 1)} > 12) AS first, count(*) FILTER (${part(name, 2)} > 12) AS "second"
    FROM (${select}) WHERE regexp_matches(${name}, '${parts}')`);
  // A slip of the pen may put a day where the month should be.
  return found!.second > 20 * found!.first;
}

/** SQL of a date of birth in which day and month stand as elsewhere; a file is asked how it writes its dates. */
export async function orderedDate(store: Store, select: string, column: string): Promise<string> {
  const name = quoteName(column);
  if (!(await isMonthFirst(store, select, name))) return name;
  return `regexp_replace(${name}, '${parts}', '\\3-\\1-\\2') AS ${name}`;
}
