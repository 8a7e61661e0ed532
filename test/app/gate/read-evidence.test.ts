import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCodeOwners } from '../../../src/app/gate/read-code-owners.js';
import { readEvidence } from '../../../src/app/gate/read-evidence.js';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';

let root = '';
const files: Record<string, string> = {
  'emails/welcome/en.txt': 'Hi {{name}}',
  'emails/welcome/sample.json': '{"name": "Ada"}',
  'emails/news/en.txt': '---\nvariables: [title]\n---\nHi {{title}}',
  'emails/news/preview-data.json': '{"other": 1}',
  'emails/broken/en.txt': 'Hi',
  'emails/broken/sample.json': '{"name": ',
  'emails/order/en.txt': 'Hi',
  'emails/bill/en.txt': 'Hi',
  'data/samples/bill.json': '{"data": {"amount": "5"}}',
  'lib/tags.rb': "TAGS = { 'Client.Name' => client.name, due_on: due, :fee => 1 }\nMORE = %w[city zip]\n",
  'api.yaml': 'components:\n  schemas:\n    Order:\n      properties:\n        total: { type: string }\n',
  '.github/CODEOWNERS': '/emails/ @org/crm\n',
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'unsilo-evidence-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

const read = (given: Record<string, unknown>) => {
  const settings = gateSettingsSchema.parse(given);
  const texts = Object.entries(files).filter(([path]) => path.endsWith('.txt'));
  const parts = readParts(
    texts.map(([path, text]) => ({ path, text })),
    settings,
  );
  return readEvidence(root, parts, settings, []);
};

test('samples beside a template and where settings say, names in its head and schemas are read, and said', async () => {
  const found = await read({
    samples: ['data/samples/*.json'],
    schemas: { order: 'api.yaml#/components/schemas/Order' },
  });
  const told = [...found].map(([message, { evidence, source, fields }]) => [
    message,
    evidence,
    source,
    fields[0]?.name,
  ]);
  expect(told.sort()).toEqual([
    ['bill', 'sample', 'data/samples/bill.json', 'amount'],
    ['news', 'tags', 'emails/news/en.txt', 'title'],
    ['order', 'schema', 'api.yaml#/components/schemas/Order', 'total'],
    ['welcome', 'sample', 'emails/welcome/sample.json', 'name'],
  ]);
});

test('names in a file of code count for every message that a pattern names', async () => {
  const found = await read({ schemas: { 'b*': 'lib/tags.rb', bill: 'api.yaml#/components/schemas/Order' } });
  expect(found.get('bill')?.evidence).toBe('schema');
  const { evidence, fields } = found.get('broken')!;
  expect([evidence, ...fields.map(({ name }) => name)]).toEqual([
    'tags',
    'Client.Name',
    'due_on',
    'fee',
    'city',
    'zip',
  ]);
});

test.each(['nowhere.json', 'api.yaml#/components/schemas/Nobody', 'emails/broken/sample.json'])(
  'a schema that cannot be read is said: %s',
  async (place) => {
    await expect(read({ schemas: { order: place } })).rejects.toThrow('schema');
  },
);

test('code owners are found above the folder, up to its repository', async () => {
  await mkdir(join(root, '.git'), { recursive: true });
  const ownersOf = await readCodeOwners(join(root, 'emails'));
  expect(ownersOf?.('welcome/en.txt')).toEqual(['@org/crm']);
});
