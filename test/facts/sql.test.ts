import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSpent } from '../../src/facts/drop-spent.js';

const folder = new URL('../../src/facts/', import.meta.url).pathname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();

/** String and template literals of a source that hold SQL, comments left out. */
function sqlOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const literals = code.match(/`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g) ?? [];
  return literals.filter((text) => /\b(SELECT|FROM|JOIN|WHERE|OVER|GROUP BY|ORDER BY|CASE)\b/.test(text));
}

/** Constructs whose answer depends on threads, order of rows, or rounding. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a value of any row', /\b(first|last|any_value|arbitrary|first_value|last_value)\s*\(/i],
  ['a sample', /\b(USING\s+SAMPLE|TABLESAMPLE|reservoir_\w+)\b/i],
  ['an approximation', /\bapprox\w*\s*\(/i],
  ['a float', /\b(DOUBLE|FLOAT|REAL)\b|::\s*(double|float|real)\b/i],
  ['a mean or deviation in floats', /\b(avg|mean|stddev\w*|var_\w+|variance|corr|fsum|kahan_sum)\s*\(/i],
  ['a clock', /\b(now|current_date|current_timestamp|today|localtimestamp)\b\s*(\(|,|\s|$)/i],
  ['a random number', /\b(random|uuid|gen_random_uuid|setseed)\s*\(/i],
  [
    'an unordered list',
    /\b(list|array_agg|string_agg|listagg|group_concat)\s*\((?:(?!ORDER\s+BY)[^()]|\([^()]*\))*\)(?!\s*WITHIN)/i,
  ],
  ['a limit without an order', /^(?![\s\S]*ORDER\s+BY)[\s\S]*\bLIMIT\b/],
];

test('the SQL of facts is found', () => {
  expect(files.flatMap((file) => sqlOf(readFileSync(join(folder, file), 'utf8'))).length).toBeGreaterThan(10);
});

test.each(forbidden)('no SQL of facts takes %s', (_, pattern) => {
  const found = files.flatMap((file) =>
    sqlOf(readFileSync(join(folder, file), 'utf8'))
      .filter((sql) => pattern.test(sql))
      .map((sql) => `${file}: ${pattern.exec(sql)?.[0]}`),
  );
  expect(found).toEqual([]);
});

/** Texts of `all(` and `stream(` calls that begin with a literal. */
const readOuts = (source: string): string[] =>
  [...source.matchAll(/\.(?:all|stream)(?:<[\s\S]*?>)?\(\s*(`(?:\\.|[^`\\])*`|'[^'\n]*'|"[^"\n]*")/g)].map(
    (match) => match[1]!,
  );

test('every read-out of facts has an order, unless it is one row', () => {
  const found = files.flatMap((file) =>
    readOuts(readFileSync(join(folder, file), 'utf8'))
      .filter((sql) => /\bFROM\b/i.test(sql) && !/ORDER\s+BY/i.test(sql))
      .filter((sql) => !/^.\s*SELECT\s+(count|min|max|sum)\s*\(/i.test(sql))
      .map((sql) => `${file}: ${sql.slice(0, 80)}`),
  );
  expect(found).toEqual([]);
});

/** Tables that the SQL of a folder makes, each with the files that make one of its name. */
function makersIn(path: string): Map<string, string[]> {
  const made = /CREATE (?:OR REPLACE )?(?:TEMP )?(?:TABLE|VIEW) (work_\w+)/g;
  const makers = new Map<string, string[]>();
  for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts')) continue;
    const names = [...readFileSync(join(path, file), 'utf8').matchAll(made)].map(([, name]) => name!);
    for (const name of new Set(names)) makers.set(name, [...(makers.get(name) ?? []), file]);
  }
  return makers;
}
const tablesMadeIn = (path: string): Set<string> => new Set(makersIn(path).keys());

/** Handed to what reads either: `checks/relations.ts`, and packs under test. */
const handedOver = ['work_persons', 'work_strays'];

test('tables of facts have names of their own, as they are made side by side', () => {
  const twice = [...makersIn(folder)].filter(
    ([name, files]) => files.length > 1 && !handedOver.includes(name),
  );
  expect(twice).toEqual([]);
});

test('no table of facts has the name of one that loading leaves behind', () => {
  const loading = tablesMadeIn(join(folder, '../sources'));
  expect(loading.size).toBeGreaterThan(3);
  expect([...tablesMadeIn(folder)].filter((name) => loading.has(name))).toEqual([]);
});

/** Names of tables of computing that a folder speaks of. */
const tablesNamedIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(path, file), 'utf8').match(/\bwork_\w+/g) ?? []);

test('what is asked once the facts stand, and that alone, outlives what they were computed from', () => {
  const made = [...tablesMadeIn(folder)];
  const asked = new Set(
    ['lookup', 'advice', 'packs', '../app'].flatMap((at) => tablesNamedIn(join(folder, at))),
  );
  expect(made.filter((name) => !isSpent(name)).sort()).toEqual(made.filter((name) => asked.has(name)).sort());
});
