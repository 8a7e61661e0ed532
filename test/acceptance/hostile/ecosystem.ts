import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { tables } from '../../../src/model/tables/index.js';
import { loadEcosystem } from '../../../src/sources/index.js';
import { openStore } from '../../../src/store/duckdb.js';
import type { Row } from '../../../src/store/store.js';
import { generate } from '../../generator/generate.js';
import { hostileRows, numbersIn, poisonId, poisonRow } from './poison.js';

/** Rows by table, and what unsilo.yaml says of the whole. */
export interface Ecosystem {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly config: Readonly<Record<string, unknown>>;
}

const order = { persons: 150, sends: 1_500, seed: 1, shape: 1, faults: 'all' };

async function writeAll(dir: string, files: Iterable<readonly [string, string | Uint8Array]>): Promise<void> {
  for (const [file, content] of files) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), content);
  }
}

async function readRows(dir: string): Promise<Map<string, Row[]>> {
  const store = await openStore({ temporary: join(dir, 'spill') });
  try {
    await loadEcosystem(store, dir, {});
    const found = new Map<string, Row[]>();
    for (const { name, columns } of tables) {
      const names = Object.keys(columns).map((column) => `"${column}"`);
      const rows = await store.all(`SELECT ${names.join(', ')} FROM std_${name} ORDER BY _source, _row`);
      if (rows.length > 0) found.set(name, rows);
    }
    return found;
  } finally {
    store.close();
  }
}

/** A generated ecosystem with faults, as the rows that unsilo reads from it; `dir` is used for its files. */
export async function readGenerated(dir: string): Promise<Ecosystem> {
  const files = generate(order);
  await writeAll(dir, files);
  const { sources: _, ...config } = parse(String(files.get('unsilo.yaml'))) as Record<string, unknown>;
  return { rows: await readRows(dir), config };
}

const textsOf = (name: string): ReadonlySet<string> => {
  const columns = Object.entries(tables.find((table) => table.name === name)?.columns ?? {});
  const isFree = ([, { kind, values }]: (typeof columns)[number]) =>
    kind === 'text' || (kind === 'list' && values === undefined);
  return new Set(columns.filter(isFree).map(([column]) => column));
};

interface Goal {
  readonly about?: string;
  readonly title?: string;
  readonly sponsor?: string;
}

/** Goals of the same silos, with what people write in them. */
const poisonGoals = (goals: readonly Goal[] = []): Goal[] =>
  goals.map(({ about, title, sponsor, ...rest }) => ({
    ...rest,
    ...(title === undefined ? {} : { title: poisonId(title) }),
    ...(sponsor === undefined ? {} : { sponsor: poisonId(sponsor) }),
    ...(about === undefined
      ? {}
      : { about: about.startsWith('silo:') ? `silo:${poisonId(about.slice('silo:'.length))}` : about }),
  }));

interface SharedKeys {
  readonly shared_keys: readonly { readonly systems: readonly string[] }[];
}

/** The same ecosystem with hostile text in every text that can take it without meaning something else. */
export function poison({ rows, config }: Ecosystem): Ecosystem {
  const { shared_keys } = config.identity as SharedKeys;
  const isNumber = numbersIn([...rows.values()].flat());
  const poisoned = [...rows].map(
    ([name, own]) => [name, own.map((row) => poisonRow(row, textsOf(name), isNumber))] as const,
  );
  return {
    rows: new Map(poisoned),
    config: {
      ...config,
      name: poisonId(String(config.name)),
      goals: poisonGoals(config.goals as readonly Goal[]),
      identity: { shared_keys: shared_keys.map((key) => ({ ...key, systems: key.systems.map(poisonId) })) },
    },
  };
}

/** Further rows with nothing but a payload in every text column of every table. */
export const withHostileRows = ({ rows, config }: Ecosystem): Ecosystem => ({
  config,
  rows: new Map(
    [...rows].map(([name, own]) => [name, [...own, ...hostileRows(own[0]!, textsOf(name))]] as const),
  ),
});

const cell = (value: unknown): string =>
  value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;

/** One CSV a table with the names of its columns, and an unsilo.yaml. */
export async function writeEcosystem(dir: string, { rows, config }: Ecosystem): Promise<void> {
  const files = [...rows].map(([name, own]) => {
    const header = Object.keys(own[0] ?? {});
    const lines = own.map((row) => header.map((column) => cell(row[column])).join(','));
    return [`${name}.csv`, `${[header.join(','), ...lines].join('\n')}\n`] as const;
  });
  const sources = [...rows.keys()].map((table) => ({ table, file: `${table}.csv` }));
  await writeAll(dir, [...files, ['unsilo.yaml', JSON.stringify({ ...config, sources })]]);
}
