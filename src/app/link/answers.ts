import { type Problem, SourceError } from '../../model/errors.js';
import type { Store } from '../../store/store.js';
import { readSideFile } from './read-side-file.js';

const yes = 'y yes true t 1 same j ja o oui s si sí نعم بله آری'.split(' ');
const no = 'n no false f 0 different nein non لا خیر نه'.split(' ');

/** What a person judged of a pair; `a` is the smaller record. */
export interface Answer {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
}

/** Answers read back, and how many pairs nobody judged. */
export interface Answers {
  readonly answers: readonly Answer[];
  readonly open: number;
}

interface Line {
  readonly row: number;
  readonly id_a: string;
  readonly id_b: string;
  readonly same: string | null;
  readonly a: number | null;
  readonly b: number | null;
}

function problemOf(file: string, line: Line): Problem | undefined {
  const at = (column: string) => ({ file, row: line.row, column });
  const foreign = (column: string, value: string): Problem => ({
    place: at(column),
    message: 'no record of the files has this id',
    value,
    expected: 'an id as `unsilo link` wrote it',
  });
  if (line.a === null) return foreign('record_id_a', line.id_a);
  if (line.b === null) return foreign('record_id_b', line.id_b);
  if (line.a === line.b)
    return {
      place: at('record_id_b'),
      message: 'a record and itself',
      value: line.id_b,
      expected: 'two records',
    };
  if (line.same === null || [...yes, ...no].includes(line.same)) return undefined;
  return {
    place: at('same'),
    message: 'neither yes nor no',
    value: line.same,
    expected: 'yes, no, or nothing where nobody could tell',
  };
}

const linesOf = (store: Store): Promise<Line[]> =>
  store.all<Line & { [key: string]: string | number | null }>(`
    SELECT l._row AS "row", l.record_id_a AS id_a, l.record_id_b AS id_b, lower(l.same) AS same,
           a.record AS a, b.record AS b
    FROM link_answers l
    LEFT JOIN link_ids a ON a.id = l.record_id_a
    LEFT JOIN link_ids b ON b.id = l.record_id_b
    ORDER BY l._row`);

/** Reads a review back. Throws a SourceError with every line that cannot be taken as it stands. */
export async function readAnswers(
  store: Store,
  file: string,
  place: { readonly source: number; readonly folder: string },
): Promise<Answers> {
  const columns = [
    { column: 'record_id_a', needed: true },
    { column: 'record_id_b', needed: true },
    { column: 'same', needed: false },
  ];
  await readSideFile(store, file, 'link_answers', columns, place);
  const lines = await linesOf(store);
  const problems = lines.flatMap((line) => problemOf(file, line) ?? []);
  if (problems.length > 0) throw new SourceError(problems.slice(0, 10), 'linked');
  const judged = lines.filter(({ same }) => same !== null);
  const answers = judged.map(({ a, b, same }) => ({
    a: Math.min(a!, b!),
    b: Math.max(a!, b!),
    same: yes.includes(same!),
  }));
  return { answers, open: lines.length - judged.length };
}
