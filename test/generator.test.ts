import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { generate, type Order } from './generator/generate.js';

const bank = new URL('../fixtures/example-bank', import.meta.url).pathname;
const small: Order = { persons: 150, sends: 800, seed: 5, shape: 0, faults: 'none' };

/** Content without compression: versions of zlib may pack the same text differently. */
const plain = (path: string, content: string | Uint8Array): string =>
  path.endsWith('.gz') ? gunzipSync(content).toString('utf8') : String(content);

const texts = (order: Order): Record<string, string> =>
  Object.fromEntries([...generate(order)].map(([path, content]) => [path, plain(path, content)]));

/** Files of a folder, without what runs leave in hidden ones. */
const committed = (folder: string, under = ''): string[] =>
  readdirSync(join(folder, under), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) =>
      entry.isDirectory() ? committed(folder, `${under}${entry.name}/`) : [`${under}${entry.name}`],
    )
    .sort();

const rowsOf = (text: string): number => text.trimEnd().split('\n').length - 1;
const expectedOf = (files: Record<string, string>): { rule: string }[] =>
  (JSON.parse(files['planted.json']!) as { expected: { rule: string }[] }).expected;

describe('the generator', () => {
  const first = generate(small);

  it('writes the same bytes for the same order', () => {
    expect([...generate(small)]).toEqual([...first]);
  });

  it('writes other people for another seed', () => {
    const other = texts({ ...small, seed: 6 });
    expect(other['customers/card-core.csv']).not.toBe(String(first.get('customers/card-core.csv')));
  });

  it('names the faults it knows when asked for another', () => {
    expect(() => generate({ ...small, faults: 'no-such' })).toThrow(/unknown fault no-such; known: narrow-/);
  });

  it.each([0, 1, 2, 3, 4, 5])('expects nothing of a world of shape %i without faults', (shape) => {
    const expected = expectedOf(texts({ ...small, shape }));
    // A mesh has flows that nothing would miss, however sound it is.
    expect(expected.filter(({ rule }) => rule !== 'flow/redundant')).toEqual([]);
  });

  it.each([
    ['no-flow-loyalty', 'no_flow'],
    ['one-way-gulf-core', 'one_way'],
    ['not-mapped-card-core', 'field_not_mapped'],
    ['inverted-insurance-admin', 'mapping_wrong'],
    ['no-key-wealth-desk', 'identity_gap'],
    ['slow-savings-core', 'too_slow'],
    ['lost-call-centre', 'lost'],
    ['reimport-marketing-cloud', 'conflicting_master'],
  ])('labels what %s alone does to choices with the cause %s', (faults, cause) => {
    const planted = JSON.parse(texts({ ...small, persons: 400, faults })['planted.json']!) as {
      expected: { rule: string; cause: string | null }[];
    };
    const choices = planted.expected.filter(({ rule }) => rule.startsWith('preference/'));
    expect(new Set(choices.map((label) => label.cause))).toEqual(new Set([cause]));
  });

  it.each([
    ['puts-back-core', 2, ['flow/correction-overwritten']],
    ['restores-insurance', 3, ['flow/correction-overwritten']],
    ['unheard-email-out', 4, ['feedback/observed']],
    ['entered-sms-out', 2, ['feedback/missing', 'feedback/observed']],
  ])('labels of %s nothing but what it is about', (faults, shape, rules) => {
    const expected = expectedOf(texts({ persons: 400, sends: 4000, seed: shape, shape, faults }));
    const others = new Set(expected.map((label) => label.rule));
    others.delete('flow/redundant');
    expect(others).toEqual(new Set(rules));
  });
});

describe('the committed example bank', () => {
  const files = texts({ persons: 2000, sends: 20_000, seed: 1, shape: 0, faults: 'all' });
  const held = Object.fromEntries(
    committed(bank).map((path) => [path, plain(path, readFileSync(join(bank, path)))]),
  );

  it('is what the command in its README writes', () => {
    expect(Object.keys(held).sort()).toEqual(Object.keys(files).sort());
    for (const [path, text] of Object.entries(files)) expect(held[path] === text, path).toBe(true);
  });

  it('has the persons and messages it promises', () => {
    const sends = rowsOf(files['sends.csv.gz']!) + rowsOf(files['card-core-sends.csv']!);
    expect(sends).toBeGreaterThanOrEqual(20_000);
    const born = Object.entries(files)
      .filter(([path]) => path.startsWith('customers/'))
      .flatMap(([, text]) => text.match(/\b\d{4}-\d{2}-\d{2}(?=,)/g) ?? []);
    expect(new Set(born).size).toBeGreaterThan(1_900);
  });

  it('names people on reserved domains and numbers only', () => {
    const all = Object.values(files).join('\n');
    const domains = new Set((all.match(/@[\w.-]*[a-z]/gi) ?? []).map((domain) => domain.toLowerCase()));
    expect([...domains].filter((domain) => !/(\.example|@example\.(com|org|net))$/.test(domain))).toEqual([]);
    const numbers = all.match(/(?:\+44|0044 )\d+/g) ?? [];
    expect(numbers.length).toBeGreaterThan(1_000);
    expect(numbers.filter((number) => !/^(\+44|0044 )7700900\d{3}$/.test(number))).toEqual([]);
  });

  it('stays small enough to be kept in the repository', () => {
    const bytes = committed(bank).reduce((sum, path) => sum + readFileSync(join(bank, path)).length, 0);
    expect(bytes).toBeLessThan(8_000_000);
  });
});
