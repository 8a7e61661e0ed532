import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArranger, sortKeys, sortPlaces } from '../../src/explore/findings/listing.js';
import { facets, parseQuery, renderQuery, toggle } from '../../src/explore/findings/query.js';
import { openShelf } from '../../src/explore/findings/shelf.js';
import { finding, richReport } from '../report/fixtures.js';

describe('a query', () => {
  it.each([
    ['severity:high', { severity: ['high'] }, []],
    ['silo:"Retail Bank" Mortgage', { silo: ['retail bank'] }, ['mortgage']],
    ['pack:flow pack:error', { pack: ['flow', 'error'] }, []],
    ['pair:a>b "two words"', {}, ['pair:a>b', 'two words']],
    ['severity:', {}, ['severity:']],
    ['', {}, []],
  ])('is read: %s', (typed, by, words) => {
    const query = parseQuery(typed);
    expect(Object.fromEntries(query.by)).toEqual(by);
    expect(query.words).toEqual(words);
  });

  it('means the same when it is written and read again', () => {
    const value = fc.stringMatching(/^[a-z][a-z0-9 >:.-]{0,8}[a-z]$/);
    const entry = fc.tuple(fc.constantFrom(...facets), value);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
        const query = entries.reduce((all, [facet, one]) => toggle(all, facet, one), parseQuery(''));
        const held = [...query.by].filter(([, values]) => values.length > 0);
        expect(new Map(parseQuery(renderQuery(query)).by)).toEqual(new Map(held));
      }),
    );
  });
});

describe('findings', () => {
  const { findings } = richReport;
  const shelf = openShelf(richReport, (fingerprint) => fingerprint === findings[0]!.fingerprint);
  const selected = (typed: string): string[] =>
    [...shelf.select(parseQuery(typed))].map((at) => findings[at]!.fingerprint);

  it.each([
    ['severity:critical', ({ severity }: (typeof findings)[number]) => severity === 'critical'],
    ['severity:critical severity:high', ({ severity }) => ['critical', 'high'].includes(severity)],
    ['pack:preference', ({ rule }) => rule.startsWith('preference/')],
    ['is:marked', (one) => one === findings[0]],
    ['is:accepted', ({ suppression }) => suppression !== null],
    ['owner:nobodyatall', () => false],
    ['', () => true],
  ] as [string, (one: (typeof findings)[number]) => boolean][])('are narrowed by %s', (typed, holds) => {
    expect(selected(typed)).toEqual(findings.filter(holds).map(({ fingerprint }) => fingerprint));
  });

  it('are counted by facet, most first', () => {
    const counts = shelf.count('severity', shelf.select(parseQuery('')));
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(findings.length);
    expect([...counts].sort(([, a], [, b]) => b - a)).toEqual(counts);
  });

  it.each(sortKeys)('stand in one order by %s, however they came', (key) => {
    const all = Int32Array.from(findings, (_, at) => at);
    const sorted = [...sortPlaces(findings, all, key)];
    expect([...sorted].sort((a, b) => a - b)).toEqual([...all]);
    expect([...sortPlaces(findings, all, key)]).toEqual(sorted);
  });

  it('stand under their causes, and a closed cause shows its head alone', () => {
    const own = [
      finding({ fingerprint: 'a', cause: 'lost' }),
      finding({ fingerprint: 'b', cause: null }),
      finding({ fingerprint: 'c', cause: 'no_flow' }),
      finding({ fingerprint: 'd', cause: 'lost' }),
    ];
    const arrange = createArranger(own);
    const places = Int32Array.of(0, 1, 2, 3);
    const told = (closed: ReadonlySet<'lost' | null>): string[] => {
      const listing = arrange(places, { sort: 'harm', grouped: true, closed });
      return Array.from({ length: listing.length }, (_, row) => {
        const entry = listing.at(row)!;
        return 'group' in entry
          ? `${entry.group.cause} ${entry.group.findings}`
          : own[entry.finding]!.fingerprint;
      });
    };
    expect(told(new Set())).toEqual(['no_flow 1', 'c', 'lost 2', 'a', 'd', 'null 1', 'b']);
    expect(told(new Set(['lost' as const]))).toEqual(['no_flow 1', 'c', 'lost 2', 'null 1', 'b']);
  });
});
