import { integer, must } from '../../model/column.js';
import { createTable } from '../../store/schema.js';
import type { Query } from '../../store/store.js';

const column = must(integer('number'));
const columns = { example: column, system_no: column };

/** A person and scope to show, with the systems whose records are meant. */
export interface Shown {
  readonly example: number;
  readonly systems: readonly number[];
}

export type Places = (shown: Shown) => number[];

/** Places of the records of examples: one pass over all choices for all of them. */
export async function readPlaces(store: Query, shown: readonly Shown[]): Promise<Places> {
  const wanted = new Map(
    shown.flatMap(({ example, systems }) =>
      systems.map((system): [string, number[]] => [`${example} ${system}`, [example, system]]),
    ),
  );
  await store.run(createTable('work_examples', columns));
  await store.insert('work_examples', Object.keys(columns), wanted.values());
  const rows = await store.all<{ example: number; system_no: number; code: number }>(`
    SELECT e.example, e.system_no, min(c.code) AS code
    FROM work_examples e
    JOIN work_ever_rows c ON c.person_id = e.example // ${2 ** 20}
    JOIN work_heard_forms f ON f.form_id = c.form_id AND f.system_no = e.system_no
     AND f.scope_no = e.example % ${2 ** 20}
    GROUP BY e.example, e.system_no ORDER BY e.example, e.system_no`);
  await store.run('DROP TABLE work_examples');
  const codes = new Map(rows.map((row) => [`${row.example} ${row.system_no}`, Number(row.code)]));
  return ({ example, systems }) => systems.flatMap((system) => codes.get(`${example} ${system}`) ?? []);
}
