import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Column, must } from '../model/column.js';
import { type Problem, SourceError } from '../model/errors.js';
import { type PackFact, packFactSchema } from '../model/rule.js';
import { small } from '../model/table.js';
import { parseYaml } from './parse-yaml.js';

const textOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

/** Names of the pairs `<name>.sql` and `<name>.yaml` in a folder; none when there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [] as string[]);
  const names = files.flatMap((file) => /^(.+)\.(?:sql|yaml)$/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

const relationName = (pack: string, name: string): string =>
  `fact_${pack}_${name}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

function keyProblems(key: readonly string[], columns: object, file: string): Problem[] {
  return key
    .filter((column) => !Object.hasOwn(columns, column))
    .map((column) => ({
      place: { file },
      message: `key: there is no column '${column}'`,
      value: column,
      expected: `some of ${Object.keys(columns).join(', ')}`,
    }));
}

async function readFact(folder: string, pack: string, name: string, shown: string): Promise<PackFact> {
  const query = await textOf(join(folder, `${name}.sql`));
  const yaml = await textOf(join(folder, `${name}.yaml`));
  const file = (extension: string) => `${shown}/${name}.${extension}`;
  const missing = [...(query === undefined ? ['sql'] : []), ...(yaml === undefined ? ['yaml'] : [])];
  if (query === undefined || yaml === undefined)
    throw new SourceError(
      missing.map((extension) => ({
        place: { file: file(extension) },
        message: 'the file is missing or cannot be read',
        expected: 'the question in .sql, its key and columns in .yaml',
      })),
    );
  const { doc, key, columns } = parseYaml(file('yaml'), yaml, packFactSchema);
  const problems = keyProblems(key, columns, file('yaml'));
  if (problems.length > 0) throw new SourceError(problems);
  const typed = Object.entries(columns).map(([column, { kind, doc: words }]): [string, Column] => {
    const spec: Column = { kind, doc: words, required: false };
    return [column, key.includes(column) ? must(spec) : spec];
  });
  const table = small(relationName(pack, name), doc, Object.fromEntries(typed));
  return { table, key, query, file: file('sql') };
}

/** The facts of a pack, `<pack>/facts/<name>.sql` and `.yaml`, by name; `shown` is the folder as errors name it. */
export async function readPackFacts(folder: string, pack: string, shown: string): Promise<PackFact[]> {
  const facts: PackFact[] = [];
  const problems: Problem[] = [];
  const place = join(folder, pack, 'facts');
  for (const name of await namesIn(place))
    try {
      facts.push(await readFact(place, pack, name, `${shown}/${pack}/facts`));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(...error.problems);
    }
  if (problems.length > 0) throw new SourceError(problems);
  return facts;
}
