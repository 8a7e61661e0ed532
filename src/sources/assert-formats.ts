import { type Problem, SourceError } from '../model/errors.js';
import { quoteText, type Store } from '../store/store.js';
import type { TypedRows } from './sql/typed-rows.js';
import type { PlannedFile } from './types.js';

/** So many misfits without a single fit are no slip of the pen. */
const enough = 3;

/** The look of a value without the value: `31.12.1980` is `99.99.9999`. */
const shapeOf = (value: string): string => value.replace(/\p{N}/gu, '9').replace(/\p{L}/gu, 'a');

/** Patterns by the look of what they read. */
const usual: readonly (readonly [shape: RegExp, format: string])[] = [
  [/^9{4}-99-99$/, '%Y-%m-%d'],
  [/^9{4}\/99\/99$/, '%Y/%m/%d'],
  [/^99\.99\.9{4}$/, '%d.%m.%Y'],
  [/^99\/99\/9{4}$/, '%d/%m/%Y or %m/%d/%Y'],
  [/^99-99-9{4}$/, '%d-%m-%Y'],
  [/^9{8}$/, '%Y%m%d'],
  [/^9{4}-99-99[T ]99:99:99$/, '%Y-%m-%d %H:%M:%S'],
  [/^99\.99\.9{4} 99:99$/, '%d.%m.%Y %H:%M'],
];

/** Columns read by a declared pattern: their name in the file, the pattern, and where the typed value stands. */
function patterned(
  { plan }: PlannedFile,
  { records }: TypedRows,
): Map<string, { format: string; sql: string }> {
  const entries = plan.records.flatMap((record, i) =>
    record.flatMap(({ column, from, format }) =>
      from && format ? [[from.header, { format, sql: records[i]!.columns.get(column)! }] as const] : [],
    ),
  );
  return new Map(entries);
}

function problemOf(file: string, column: string, format: string, misfits: number, value: string): Problem {
  const shape = shapeOf(value);
  const better = usual.find(([pattern]) => pattern.test(shape))?.[1];
  return {
    place: { file, column },
    message: `the format '${format}' of column '${column}' fits none of its ${misfits} values`,
    value: shape,
    expected: `values written as '${format}' says`,
    tips: [...(better ? [`such values are read by ${better}`] : []), 'nothing was audited'],
  };
}

/** Throws a SourceError for each declared pattern that reads no value of its column: the pattern is wrong, not the rows. */
export async function assertFormats(
  store: Store,
  file: PlannedFile,
  target: string,
  typed: TypedRows,
): Promise<void> {
  const problems: Problem[] = [];
  for (const [column, { format, sql }] of patterned(file, typed)) {
    const [found] = await store.all<{ misfits: number; value: string; fits: number }>(
      `SELECT count(*) AS misfits, min("value") AS "value",
              (SELECT count(${sql}) FROM ${target}.rows) AS fits
       FROM ${target}.rejects WHERE "column" = ${quoteText(column)} AND "value" IS NOT NULL`,
    );
    const { misfits, value, fits } = found!;
    if (fits === 0 && misfits >= enough) problems.push(problemOf(file.file, column, format, misfits, value));
  }
  if (problems.length > 0) throw new SourceError(problems);
}
