import { type Acceptance, type Baseline, baselineSchema } from '../../model/baseline.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { readYaml } from '../../text/yaml.js';
import { fingerprintOf } from '../fingerprint.js';

/** A baseline, and the line of each entry. */
export interface ReadBaseline {
  readonly file: string;
  readonly baseline: Baseline;
  readonly rowOf: (entry: Acceptance) => number;
}

type Mistake = Omit<Problem, 'place'> & { readonly entry: number; readonly key: keyof Acceptance };

/** What the schema cannot see: entries twice, and fingerprints that are not those of their rule and subject. */
function entryMistakes(entries: readonly Acceptance[]): Mistake[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ fingerprint, rule, subject }, entry): Mistake[] => {
    const other = first.get(fingerprint);
    if (other === undefined) first.set(fingerprint, entry);
    else return [{ entry, key: 'fingerprint', message: `is entry ${other + 1} again`, value: fingerprint }];
    const expected = fingerprintOf(rule, subject);
    if (expected === fingerprint) return [];
    return [
      {
        entry,
        key: 'fingerprint',
        message: 'is not that of its rule and subject',
        value: fingerprint,
        expected,
      },
    ];
  });
}

/** Reads the text of a baseline; throws one SourceError with every mistake, each with line and column. */
export function parseBaseline(file: string, text: string): ReadBaseline {
  const { value, mistakes, locate } = readYaml(text, baselineSchema);
  const problem = (row: number, position: number, key: string, details: Omit<Problem, 'place'>): Problem => ({
    place: { file, row, ...(key && { column: key }) },
    ...details,
    message: `${details.message} (line ${row}, column ${position})`,
  });
  if (value === undefined)
    throw new SourceError(
      mistakes.map(({ row, position, key, ...details }) => problem(row, position, key, details)),
    );
  const wrong = entryMistakes(value.entries).map(({ entry, key, ...details }) => {
    const path = ['entries', entry, key];
    const { row, position } = locate(path);
    return problem(row, position, path.join('.'), details);
  });
  if (wrong.length > 0) throw new SourceError(wrong);
  return {
    file,
    baseline: value,
    rowOf: (entry) => locate(['entries', value.entries.indexOf(entry), 'fingerprint']).row,
  };
}
