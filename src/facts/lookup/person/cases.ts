import type { Store } from '../../../store/store.js';
import type { Case } from './correction.js';
import { type Held, type PersonConflict, recordsOf, type Subject } from './records.js';

type Of<T> = T & { readonly person_id: number };

/** Rows in order of person, one person at a time. */
async function* byPerson<T extends { readonly person_id: number }>(
  chunks: AsyncIterable<readonly T[]>,
): AsyncGenerator<{ person: number; rows: T[] }> {
  let rows: T[] = [];
  for await (const chunk of chunks)
    for (const row of chunk) {
      if (rows.length > 0 && rows[0]!.person_id !== row.person_id) {
        yield { person: rows[0]!.person_id, rows };
        rows = [];
      }
      rows.push(row);
    }
  if (rows.length > 0) yield { person: rows[0]!.person_id, rows };
}

/** Gives what there is of one person after the other; persons must be asked for in their order. */
function createReader<T extends { readonly person_id: number }>(
  chunks: AsyncIterable<readonly T[]>,
): (person: number) => Promise<T[]> {
  const groups = byPerson(chunks);
  let next = groups.next();
  return async (person) => {
    for (let group = await next; !group.done; group = await next) {
      if (group.value.person > person) return [];
      next = groups.next();
      if (group.value.person === person) return group.value.rows;
    }
    return [];
  };
}

const persons = 'SELECT person_id FROM work_conflicts';

const conflicts = `
  SELECT c.person_id, p.class, p.from_system_id, p.to_system_id, p.field, p.choice, p.held, c.cause, c.awareness,
         c.confidence, c.since, c.latest, c.elapsed, c.cells, c.messages, p.path, c.code, c.held_code
  FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
  ORDER BY c.person_id, p.class, p.from_system_id, p.to_system_id, p.field, c.code`;

const subjects = `
  SELECT person_id, subject_id, system_id, key_type, subject_key, certain FROM work_persons
  WHERE person_id IN (${persons}) ORDER BY person_id, system_id, key_type, subject_key`;

/** Everybody in conflict, one after the other: three streams side by side, each looked through once. */
export async function* readCases(store: Store, asOf: string): AsyncGenerator<Case> {
  const forks = [await store.fork(), await store.fork()] as const;
  try {
    const heldOf = createReader(forks[0].stream<Held>(recordsOf(persons, asOf)));
    const subjectsOf = createReader(forks[1].stream<Of<Subject>>(subjects));
    for await (const { person, rows } of byPerson(store.stream<Of<PersonConflict>>(conflicts)))
      yield { conflicts: rows, held: await heldOf(person), subjects: await subjectsOf(person) };
  } finally {
    for (const fork of forks) fork.close();
  }
}
