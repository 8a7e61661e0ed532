import { describe, expect, it } from 'vitest';
import { type LinkReport, linkSchema, type PairReport, pairSchema, wholePair } from '../../src/model/link.js';
import { crosswalkLine, linksLine } from '../../src/report/link/crosswalk.js';
import { renderPair } from '../../src/report/link/pair.js';
import { renderReview } from '../../src/report/link/review.js';
import { renderLinkSummary } from '../../src/report/link/summary.js';

const pair: PairReport = {
  $schema: 'x',
  schema_version: 1,
  record_id_a: 'crm:7',
  record_id_b: 'cards:7',
  prior: -12.5,
  fields: [
    {
      column: 'family_name',
      role: 'family_name',
      a: '***lé',
      b: '***le',
      level: 'similar',
      weight: 6.25,
      frequency: 0,
    },
    {
      column: 'given_name',
      role: 'given_name',
      a: 'محمد',
      b: null,
      level: 'missing',
      weight: 0,
      frequency: 0,
    },
    {
      column: 'email',
      role: 'email',
      a: 'a@example.com',
      b: 'a@example.com',
      level: 'exact',
      weight: 14,
      frequency: -1.5,
    },
  ],
  weight: 6.25,
  probability: 0.986999,
  threshold: 0.5,
  basis: 'probabilistic',
  same_person: true,
};

const level = { name: 'exact', m: 0.9, u: 0.001, weight: 9.8, by_frequency: true };
const report: LinkReport = {
  $schema: 'x',
  schema_version: 1,
  mode: 'link',
  files: [
    {
      file: 'crm.csv',
      rows_in: 1201,
      rows_used: 1200,
      rows_set_aside: 1,
      set_aside: [{ row: 9, column: null, expected: '3 values' }],
      record_id: null,
      columns: [
        { header: 'Surname', role: 'family_name', from: 'name', left: null },
        { header: 'email', role: 'email', from: 'map', left: null },
        { header: 'shoe', role: null, from: null, left: 'unknown' },
      ],
    },
  ],
  records: 1200,
  persons: 1100,
  persons_of_several: 90,
  largest: 4,
  compared: 3000,
  links: 110,
  bands: { certain: 100, likely: 6, possible: 4 },
  threshold: 0.5,
  crowded_names: 0,
  prior: -12.5,
  fields: [
    {
      column: 'family_name',
      role: 'family_name',
      levels: [level, { ...level, name: 'differs', weight: -3.2 }],
    },
  ],
  blocks: [{ keys: ['email'], pairs: 3000, dropped_values: 1, dropped_pairs: 45 }],
  estimated: { blocking_recall: 0.9951, precision: 0.9987, recall: 0.97 },
  measured: {
    judged: 49,
    open: 1,
    links: { same: 24, of: 25, share: 0.96, low: 0.8046, high: 0.9929 },
    others: { same: 1, of: 24, share: 0.0417, low: 0.0074, high: 0.2024 },
  },
  known: { used: 12, foreign: 1 },
  timings: { compare: 12 },
};

describe('how files were linked', () => {
  it('reads as sentences, then field by field', () => {
    expect(
      renderLinkSummary(linkSchema.parse(report), 100).replaceAll('\u202f', ' '),
    ).toBe(`crm.csv: 1 200 records of 1 201 rows
  columns: Surname as family_name, email; records are named by their rows
  left alone: shoe (not known by name)
  1 row could not be read: row 9 (expected: 3 values)

1 200 records, 1 100 persons; 90 persons with several records, the largest with 4.
3 000 pairs compared, 110 links from a probability of 0.5: certain 100, likely 6, possible 4.
Estimated without labels: precision 99.8 %, recall 97 %; 99.5 % of what belongs together was
compared at all.
45 pairs not compared, because too many records share the values.
12 lines of the known crosswalk used, 1 of a record that is in no file.
49 pairs judged, 1 without answer.
Of the links judged, one person: 24 of 25, 96 % (95 %: 80.4 % to 99.2 %). Near the threshold it is
hardest; over all links precision is higher.
Of the pairs below the threshold, one person after all: 1 of 24, 4.1 % (95 %: 0.7 % to 20.2 %).

Field        agrees  differs  levels
family_name    +9.8     −3.2       2
`);
  });

  it('is doubted where few links were found', () => {
    const said = (links: number) =>
      renderLinkSummary(linkSchema.parse({ ...report, links }), 200).includes(
        'Of so few links this says little.',
      );
    expect([0, 1, 29, 30].map(said)).toEqual([false, true, true, false]);
  });

  it('is doubted where most of what tells persons apart differs within them', () => {
    const field = (role: string, m: number) => ({ column: role, role, levels: [{ ...level, m }] });
    const told = (...fields: LinkReport['fields']): string => renderLinkSummary({ ...report, fields }, 100);
    const odd = told(field('date_of_birth', 0.01), field('email', 0.02), field('phone', 0.9));
    expect(odd).toContain(
      'Doubtful: within what is taken for one person, date_of_birth, email mostly differ.',
    );
    expect(told(field('date_of_birth', 0.01), field('email', 0.9))).not.toContain('Doubtful');
  });

  it('obeys nothing an input says', () => {
    const file = { ...report.files[0]!, file: 'a\u001b[31m\u202e.csv' };
    expect(renderLinkSummary({ ...report, files: [file] }, 100)).toMatch(/^a\.csv: 1/u);
  });
});

describe('a pair', () => {
  it('is told field by field, up to the sum', () => {
    expect(renderPair(pairSchema.parse(pair))).toBe(`crm:7 and cards:7: one person
probability 0.9869, threshold 0.5, sum of all +6.3 bits

Field            crm:7          cards:7        Agreement   Bits  Rarity    Sum
any two records                                           −12.5          −12.5
family_name      ***lé          ***le          similar     +6.3           −6.3
given_name       \u2068محمد\u2069           –              missing     +0.0           −6.3
email            a@example.com  a@example.com  exact      +14.0    −1.5   +6.3
`);
  });

  it.each<[string, Partial<PairReport>]>([
    ['one person: somebody said so', { basis: 'known' }],
    ['alike, and yet two persons: a guard keeps them apart', { same_person: false }],
    ['one person by way of other records, not by this pair', { probability: 0.2 }],
    ['two persons', { probability: 0.2, same_person: false }],
  ])('%s', (verdict, change) => {
    expect(renderPair({ ...pair, ...change }).split('\n')[0]).toBe(`crm:7 and cards:7: ${verdict}`);
  });
});

describe('lines of files', () => {
  it('a review asks, and does not tell what the model says', () => {
    expect(renderReview([pair, { ...pair, record_id_a: '=cmd()' }])).toBe(
      `pair,record_id_a,record_id_b,same,family_name a,family_name b,family_name agrees,given_name a,given_name b,given_name agrees,email a,email b,email agrees
1,crm:7,cards:7,,***lé,***le,similar,محمد,,missing,a@example.com,a@example.com,exact
2,"'=cmd()",cards:7,,***lé,***le,similar,محمد,,missing,a@example.com,a@example.com,exact
`,
    );
  });

  it('a review has the same columns for pairs that are also weighed as a whole', () => {
    const whole = {
      column: wholePair,
      role: 'other',
      a: null,
      b: null,
      level: 'nothing agrees',
      weight: -9,
      frequency: 0,
    };
    const [first, second] = renderReview([{ ...pair, fields: [...pair.fields, whole] }, pair]).split('\n');
    const told = renderReview([pair, { ...pair, fields: [...pair.fields, whole] }]);
    expect([first, second]).toEqual(renderReview([pair]).split('\n').slice(0, 2));
    expect(told).toBe(renderReview([pair, pair]));
  });

  it.each([
    ['a-1', 'a-1'],
    ['@x', `"'@x"`],
    ['a,"b', '"a,""b"'],
    ['::error::x', '"::error::x"'],
    ['\u202ea', '\\u{202e}a'],
    ['شماره', 'شماره'],
  ])('a crosswalk names %j as %s', (record_id, cell) => {
    const line = { record_id, person: 3, ppm: 998_731, basis: 'probabilistic' };
    expect(crosswalkLine(line)).toBe(`${cell},P3,0.998731,probabilistic\n`);
  });

  it('a link has its probability and its weight in bits', () => {
    const line = { a: '1', b: '2', ppm: 1_000_000, weight: 20_125, known: false, joined: true };
    expect(linksLine(line)).toBe('1,2,1,20.125,probabilistic,yes\n');
  });
});
