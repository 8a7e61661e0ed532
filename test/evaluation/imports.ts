import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { parseAllDocuments } from 'yaml';

/**
 * Imports real samples through the built program and compares the map with counts made here the simplest way, by no
 * code of the readers. Usage: `npm run evaluate:imports -- DATA_FOLDER`, with `inventory/{fides,backstage,asyncapi,
 * openlineage}` in it.
 */
type Counts = Readonly<Record<'systems' | 'flows' | 'system_fields', number>>;

/** A document as it is; what is not there is empty. */
class Doc {
  constructor(readonly value: unknown) {}
  at(...path: string[]): Doc {
    return new Doc(
      path.reduce<unknown>((one, key) => (one as Record<string, unknown> | undefined)?.[key], this.value),
    );
  }
  get list(): Doc[] {
    return Array.isArray(this.value) ? this.value.map((one) => new Doc(one)) : [];
  }
  get entries(): [string, Doc][] {
    const isObject = typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
    return isObject ? Object.entries(this.value as object).map(([key, one]) => [key, new Doc(one)]) : [];
  }
  get text(): string {
    return String(this.value ?? '');
  }
}

const distinct = (names: readonly string[]): number => new Set(names).size;

function countFides(docs: readonly Doc[]): Counts {
  const systems = docs.flatMap((doc) => doc.at('system').list);
  const datasets = new Map(
    docs.flatMap((doc) => doc.at('dataset').list).map((one) => [one.at('fides_key').text, one]),
  );
  const key = (one: Doc): string => one.at('fides_key').text;
  const into = systems.flatMap((one) => one.at('ingress').list.map((other) => [key(other), key(one)]));
  const out = systems.flatMap((one) => one.at('egress').list.map((other) => [key(one), key(other)]));
  const categories = systems.flatMap((one) =>
    one.at('privacy_declarations').list.flatMap((declared) => {
      const own = declared.at('data_categories').list.map(({ text }) => text);
      const sets = declared.at('dataset_references').list.map(({ text }) => datasets.get(text));
      const fields = sets.flatMap(
        (set) => set?.at('collections').list.flatMap((some) => some.at('fields').list) ?? [],
      );
      const theirs = fields.flatMap((field) => field.at('data_categories').list.map(({ text }) => text));
      return [...own, ...theirs].map((category) => `${key(one)} ${category}`);
    }),
  );
  return {
    systems: distinct([...systems.map(key), ...[...into, ...out].flat()]),
    flows: distinct([...into, ...out].map((ends) => ends.join('>'))),
    system_fields: distinct(categories),
  };
}

function countBackstage(docs: readonly Doc[]): Counts {
  const parts = docs.filter((doc) => ['Component', 'Resource'].includes(doc.at('kind').text));
  const uses = (key: string) => parts.flatMap((one) => one.at('spec', key).list.map(({ text }) => text));
  const provided = new Set(uses('providesApis'));
  const open = uses('consumesApis').filter((api) => !provided.has(api));
  return {
    systems: parts.length + distinct(open),
    flows: open.length + uses('dependsOn').length,
    system_fields: 0,
  };
}

/** Properties that hold nothing further. */
function leaves(schema: Doc): number {
  const inner = schema.at('properties').entries.map(([, one]) => one);
  const items = schema.at('items');
  if (items.at('properties').value !== undefined) return leaves(items);
  return inner.length === 0 ? 1 : inner.reduce((sum, one) => sum + leaves(one), 0);
}

function countAsyncApi(docs: readonly Doc[]): Counts {
  const operations = docs.flatMap((doc) => doc.at('operations').entries.map(([, one]) => one));
  const replies = operations.filter((one) => one.at('reply').value !== undefined).length;
  const schemas = docs.flatMap((doc) =>
    doc.at('components', 'messages').entries.map(([, one]) => one.at('payload', 'schema')),
  );
  const inFile = schemas.filter((schema) => schema.at('$ref').value === undefined);
  const ends = operations.length + replies;
  return {
    systems: docs.length + ends,
    flows: ends,
    system_fields: inFile.reduce((sum, schema) => sum + leaves(schema), 0),
  };
}

function countOpenLineage(docs: readonly Doc[]): Counts {
  const events = docs.flatMap((doc) => (doc.list.length > 0 ? doc.list : [doc]));
  const name = (one: Doc): string => `${one.at('namespace').text}/${one.at('name').text}`;
  const moves = events.flatMap((event) =>
    ['inputs', 'outputs'].flatMap((side) =>
      event.at(side).list.map((set) => ({ set, move: `${name(event.at('job'))} ${side} ${name(set)}` })),
    ),
  );
  const jobs = events.map((event) => name(event.at('job')));
  const places = moves.map(({ set }) => set.at('namespace').text);
  return {
    systems: distinct(jobs) + distinct(places),
    flows: distinct(moves.map(({ move }) => move)),
    system_fields: 0,
  };
}

const formats = {
  fides: countFides,
  backstage: countBackstage,
  asyncapi: countAsyncApi,
  openlineage: countOpenLineage,
} as const;

async function documents(folder: string): Promise<Doc[]> {
  const names = (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => [...parseAllDocuments(text)].map((one) => new Doc(one.toJS())));
}

/** What the program makes of the samples of one format. */
async function imported(folder: string, format: string): Promise<Counts> {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-import-'));
  try {
    await cp(folder, dir, { recursive: true });
    const yaml = `name: ${format}\nas_of: 2026-01-01T00:00:00Z\nsources:\n  - { table: ${format}, file: "*.{yml,yaml,json}" }\n`;
    await writeFile(join(dir, 'unsilo.yaml'), yaml);
    const { stdout } = await execa('node', [
      'bin/unsilo.js',
      'map',
      dir,
      '--quiet',
      '--format',
      'json',
      '--store',
      `${dir}.store`,
    ]);
    const map = JSON.parse(stdout) as Record<keyof Counts, unknown[]>;
    return { systems: map.systems.length, flows: map.flows.length, system_fields: map.system_fields.length };
  } finally {
    await rm(dir, { recursive: true, force: true });
    await rm(`${dir}.store`, { recursive: true, force: true });
  }
}

const [data] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: npm run evaluate:imports -- DATA_FOLDER');
for (const [format, count] of Object.entries(formats)) {
  const folder = join(data, 'inventory', format);
  const [expected, found] = [count(await documents(folder)), await imported(folder, format)];
  const same = JSON.stringify(expected) === JSON.stringify(found);
  process.stdout.write(
    `${format}: ${JSON.stringify(found)}${same ? ', as counted' : `, counted ${JSON.stringify(expected)}`}\n`,
  );
  if (!same) process.exitCode = 1;
}
