import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Linked, linkFiles } from '../../../src/app/link/index.js';
import type { LinkFilesRequest } from '../../../src/app/link/request.js';
import { linkSchema, pairSchema } from '../../../src/model/link.js';
import { crosswalkLine } from '../../../src/report/link/crosswalk.js';
import { makePeople, toCsv } from './people.js';
import { problemsOf, withRecords } from './records.js';

const people = makePeople(100);
const all = { 'all.csv': toCsv(people) };

async function listed<T>(chunks: AsyncIterable<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const chunk of chunks) rows.push(...chunk);
  return rows;
}

const link = <T>(
  files: Readonly<Record<string, string>>,
  use: (linked: Linked) => Promise<T>,
  options: Partial<LinkFilesRequest> = {},
): Promise<T> => withRecords(files, (request) => linkFiles(request, () => undefined, use), options);

const personsOf = async ({ crosswalk }: Linked): Promise<Map<string, number>> =>
  new Map((await listed(crosswalk())).map(({ record_id, person }) => [record_id, person]));

/** Links once more with a file beside the records. */
function linkWith<T>(
  option: 'known' | 'answers',
  text: string,
  use: (linked: Linked) => Promise<T>,
): Promise<T> {
  return withRecords(
    { ...all, 'beside.csv': text },
    async (request, path) => {
      await writeFile(path('beside.csv'), text);
      return linkFiles({ ...request, [option]: path('beside.csv') }, () => undefined, use);
    },
    { files: ['all.csv'] },
  );
}

/** Everything that can be asked of one run. */
const ask = async ({ report, crosswalk, pairs, explain, review }: Linked) => ({
  report,
  lines: await listed(crosswalk()),
  pairs: await listed(pairs()),
  masked: await explain('r1', 'r1x', false),
  clear: await explain('r1x', 'r1', true),
  misspelt: await explain('r1', 'rr1x', false).catch((error: Error) => error.message),
  review: await review(10, false),
});

describe('linking one file', () => {
  let found: Awaited<ReturnType<typeof ask>>;
  beforeAll(async () => {
    found = await link(all, ask);
  });

  it('gives every record once, in order, with the person it belongs to', () => {
    const { lines } = found;
    expect(lines.map(({ record_id }) => record_id)).toEqual(people.map(([id]) => id));
    const persons = new Map(lines.map(({ record_id, person }) => [record_id, person]));
    const copies = people.map(([id]) => id!).filter((id) => id.endsWith('x'));
    const met = copies.filter((id) => persons.get(id) === persons.get(id.slice(0, -1)));
    expect(met.length).toBeGreaterThan(96);
    expect(new Set(persons.values()).size).toBeLessThan(105);
  });

  it('tells how, as its schema says', () => {
    const { report } = found;
    expect(linkSchema.parse(report)).toEqual(report);
    expect(report).toMatchObject({ mode: 'dedupe', records: 200, largest: 2, measured: null, known: null });
    expect(report.fields.map(({ column }) => column)).not.toContain('record_id');
  });

  it('lists the pairs at or over the threshold', () => {
    expect(found.pairs).toHaveLength(found.report.links);
    for (const { ppm } of found.pairs) expect(ppm).toBeGreaterThanOrEqual(500_000);
  });

  it('explains a pair up to its sum, masked unless revealed', () => {
    const { masked, clear } = found;
    expect(pairSchema.parse(masked)).toEqual(masked);
    const sum = clear.fields.reduce(
      (total, { weight, frequency }) => total + weight + frequency,
      clear.prior,
    );
    expect(sum).toBeCloseTo(clear.weight, 3);
    expect(clear.probability).toBeCloseTo(1 / (1 + 2 ** -clear.weight), 5);
    const [, given] = people.find(([id]) => id === 'r1')!;
    expect(JSON.stringify(clear)).toContain(given);
    expect(JSON.stringify(masked)).not.toContain(given);
  });

  it('knows no record by another name', () => {
    expect(found.misspelt).toBe("no record 'rr1x'");
  });

  it('asks for each of the pairs around the threshold once', () => {
    const named = found.review.map(({ record_id_a, record_id_b }) => `${record_id_a} ${record_id_b}`);
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThanOrEqual(10);
    expect(new Set(named).size).toBe(named.length);
  });

  it('says the same on every run', async () => {
    expect(await link(all, ({ crosswalk }) => listed(crosswalk()))).toEqual(found.lines);
  });
});

describe('linking several files', () => {
  const halves = {
    'a.csv': toCsv(people.filter(([id]) => !id!.endsWith('x'))),
    'b.csv': toCsv(
      people.filter(([id]) => id!.endsWith('x')).map(([id, ...rest]) => [id!.slice(0, -1), ...rest]),
    ),
  };

  it('names ids that both use by their file, and finds the same persons', async () => {
    const persons = await link(halves, personsOf, { linkOnly: true, deduplicated: [] });
    expect(persons.size).toBe(200);
    const found = Array.from({ length: 100 }, (_, n) => persons.get(`a:r${n}`) === persons.get(`b:r${n}`));
    expect(found.filter(Boolean).length).toBeGreaterThan(96);
  });
});

describe('what somebody knows', () => {
  it('is obeyed: records known to be one person are one', async () => {
    const text = 'record_id,person_id\nr1,K\nr2,K\nelsewhere,K\n';
    const [persons, report] = await linkWith(
      'known',
      text,
      async (linked) => [await personsOf(linked), linked.report] as const,
    );
    expect(persons.get('r1')).toBe(persons.get('r2'));
    expect(report.known).toEqual({ used: 2, foreign: 1 });
  });

  it.each([
    [
      'a column is missing',
      'record_id,person\nr1,K\n',
      ["beside.csv | 1 | person_id | no column 'person_id'"],
    ],
    [
      'a cell is empty',
      'record_id,person_id\nr1,\n',
      ['beside.csv | 2 | person_id | a row that cannot be used'],
    ],
    [
      'one record is two persons',
      'record_id,person_id\nr1,K\nr1,L\n',
      ['beside.csv | 3 | person_id | another person than in row 2 for the same record'],
    ],
  ])('stops the run where %s', async (_, text, problems) => {
    const thrown = await linkWith('known', text, async () => undefined).catch((error: unknown) => error);
    expect(problemsOf(thrown)).toEqual(problems);
  });
});

describe('ids that a spreadsheet or a terminal would obey', () => {
  it('are read back as they were written', async () => {
    const odd = ['=1+1', '@a', "x; -b'", '\u202ea', '::x', 'a,"b', "'plain"];
    const rows = odd.map((id, n) => [`"${id.replaceAll('"', '""')}"`, ...people[n * 2]!.slice(1)]);
    const files = { 'odd.csv': toCsv(rows) };
    const written = await link(files, async ({ crosswalk }) =>
      (await listed(crosswalk())).map(crosswalkLine),
    );
    const known = `record_id,person_id\n${written.map((line) => `${line.slice(0, line.lastIndexOf(',P'))},K\n`).join('')}`;
    const report = await withRecords(
      { ...files, 'known.csv': known },
      (request, path) =>
        linkFiles(
          { ...request, known: path('known.csv') },
          () => undefined,
          async (linked) => linked.report,
        ),
      { files: ['odd.csv'] },
    );
    expect(report).toMatchObject({ persons: 1, known: { used: odd.length, foreign: 0 } });
  });
});

describe('a review', () => {
  it('read back is obeyed and measured', async () => {
    const text = 'record_id_a,record_id_b,same\nr1,r1x,no\nr3,r3x,Yes\nr4,r9,no\nr5,r8,ja\nr7,r7x,\n';
    const [persons, { measured }] = await linkWith(
      'answers',
      text,
      async (linked) => [await personsOf(linked), linked.report] as const,
    );
    expect(persons.get('r1')).not.toBe(persons.get('r1x'));
    expect(persons.get('r5')).toBe(persons.get('r8'));
    expect(measured).toMatchObject({
      judged: 4,
      open: 1,
      links: { same: 1, of: 2 },
      others: { same: 1, of: 2 },
    });
  });

  it.each([
    ['r1,zz,yes', 'beside.csv | 2 | record_id_b | no record of the files has this id'],
    ['r1,r1,yes', 'beside.csv | 2 | record_id_b | a record and itself'],
    ['r1,r2,perhaps', 'beside.csv | 2 | same | neither yes nor no'],
  ])('with %s is refused', async (line, problem) => {
    const text = `record_id_a,record_id_b,same\n${line}\n`;
    const thrown = await linkWith('answers', text, async () => undefined).catch((error: unknown) => error);
    expect(problemsOf(thrown)).toEqual([problem]);
  });
});
