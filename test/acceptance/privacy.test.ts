import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diff, diffFormats, renderDiff } from '../../src/app/diff.js';
import { withRun } from '../../src/app/run-stages.js';
import { tables } from '../../src/model/tables/index.js';
import { type Format, reporters } from '../../src/report/index.js';
import type { Query } from '../../src/store/store.js';
import { root, runUnsilo } from '../cli/run-unsilo.js';
import { generate } from '../generator/generate.js';
import { type Outputs, writeFurther } from './further-outputs.js';

const formats = Object.keys(reporters) as Format[];
const isPersonal = (table: string, column: string): boolean =>
  /^(subject_key|value_norm|contact_point|recipient_name|message_key)$/.test(column) ||
  (table === 'customers' &&
    /^(full_name|given_name|family_name|email|phone|address|postcode|date_of_birth)$/.test(column)) ||
  (table === 'error_reports' && column === 'text');

const named = ['systems', 'silos', 'owners', 'communications', 'collection_points'];

/** Everything about persons that the sources of an ecosystem say, and the names of its inventory, as they are read. */
async function readTexts(store: Query): Promise<{ persons: string[]; inventory: string }> {
  const textsOf = async (table: string, column: string): Promise<string[]> => {
    const texts = `SELECT DISTINCT CAST("${column}" AS VARCHAR) AS text FROM std_${table}`;
    const rows = await store.all(`${texts} ORDER BY text`);
    return rows.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  };
  const persons = new Set<string>();
  for (const { name, columns } of tables)
    for (const column of Object.keys(columns).filter((one) => isPersonal(name, one)))
      for (const text of await textsOf(name, column)) persons.add(text);
  const names = await Promise.all(named.map((table) => textsOf(table, 'name')));
  return { persons: [...persons], inventory: names.flat().join('\n') };
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether a text stands in another as a word of its own, not as a part of a longer number or name. */
function stands(text: string, inside: string): boolean {
  for (let at = inside.indexOf(text); at >= 0; at = inside.indexOf(text, at + 1))
    if (!isWord(inside[at - 1]) && !isWord(inside[at + text.length])) return true;
  return false;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Those of many texts that stand in another. */
function thoseIn(text: string, wanted: readonly string[]): string[] {
  const words = new Set(wordsOf(text));
  return wanted.filter((one) => wordsOf(one).every((word) => words.has(word)) && stands(one, text));
}

const generated = generate({ persons: 300, sends: 3_000, seed: 7, shape: 2, faults: 'all' });

/** Packs whose findings have persons behind them. */
const looked = ['preference', 'error', 'delivery'];

describe.each(['example-bank', 'generated'])('no personal data leaves %s', (which) => {
  let dir = '';
  let persons: string[] = [];
  const outputs = new Map<string, string>();
  let further: Outputs;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'unsilo-privacy-'));
    const ecosystem = which === 'generated' ? join(dir, 'bank') : join(root, 'fixtures/example-bank');
    if (which === 'generated')
      for (const [file, content] of generated) {
        await mkdir(dirname(join(ecosystem, file)), { recursive: true });
        await writeFile(join(ecosystem, file), content);
      }
    const store = ['--store', join(dir, 'store')];
    const wanted = formats.flatMap((format) => ['--format', `${format}=${format}.out`]);
    const args = ['audit', ecosystem, ...store, '--fail-on', 'never', '--out', join(dir, 'out'), ...wanted];
    const { stderr } = await runUnsilo(args);
    outputs.set('progress', stderr);
    for (const format of formats)
      outputs.set(format, await readFile(join(dir, 'out', `${format}.out`), 'utf8'));
    const { findings } = JSON.parse(outputs.get('json') ?? '') as {
      findings: { rule: string; fingerprint: string }[];
    };
    const kinds = new Map(findings.map(({ rule, fingerprint }) => [rule.split('/')[0], fingerprint]));
    for (const [pack, fingerprint] of [...kinds].filter(([kind]) => looked.includes(kind ?? ''))) {
      const ran = await runUnsilo(['affected', fingerprint, ecosystem, ...store, '--quiet']);
      outputs.set(`affected ${pack}`, ran.stdout);
    }
    const told = findings.find(({ rule }) => rule === 'preference/opposite-choice')?.fingerprint ?? '';
    const revealed = ['affected', told, ecosystem, ...store, '--quiet', '--reveal'];
    outputs.set('revealed', (await runUnsilo(revealed)).stdout);
    const request = { dir: ecosystem, storeDir: join(dir, 'store') };
    const texts = await withRun(
      request,
      () => undefined,
      async (run) => {
        further = await writeFurther(run);
        return readTexts(run.store);
      },
    );
    const shared = new Set(thoseIn(texts.inventory, texts.persons));
    persons = texts.persons.filter((text) => text.length >= 4 && !shared.has(text));
  }, 600_000);
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('knows whom to look for', () => {
    expect(persons.length).toBeGreaterThan(1_000);
    expect(persons.some((text) => text.includes('@'))).toBe(true);
    expect(persons.some((text) => text.startsWith('+44'))).toBe(true);
  });

  it.each([...formats, 'progress'])('%s', (name) => {
    const text = outputs.get(name) ?? '';
    expect(text.length).toBeGreaterThan(10);
    expect(thoseIn(text, persons)).toEqual([]);
  });

  it('nor the lists behind findings, unless asked', () => {
    const lists = [...outputs].filter(([name]) => name.startsWith('affected'));
    expect(lists.length).toBeGreaterThan(1);
    expect(thoseIn(outputs.get('revealed') ?? '', persons).length).toBeGreaterThan(0);
    for (const [, text] of lists) expect(thoseIn(text, persons)).toEqual([]);
  });

  it('nor the map, its questions, the workbook and what it asks', () => {
    expect(further.size).toBeGreaterThan(70);
    const told = [...further].map(([name, text]) => [name, thoseIn(text, persons)] as const);
    expect(told.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it('nor what became of findings', async () => {
    const text = outputs.get('json') ?? '';
    const { findings, ...rest } = JSON.parse(text) as { findings: unknown[] };
    const half = JSON.stringify({ ...rest, findings: findings.slice(0, findings.length / 2) });
    const difference = await diff({ file: 'half.json', text: half }, { file: 'whole.json', text });
    expect(difference.new.length).toBeGreaterThan(5);
    for (const format of diffFormats)
      expect(thoseIn(renderDiff(difference, format, 100), persons)).toEqual([]);
  });
});
