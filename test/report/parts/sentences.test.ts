import { expect, test } from 'vitest';
import { causes } from '../../../src/model/enums.js';
import { causeSentence } from '../../../src/report/parts/cause.js';
import { listSome } from '../../../src/report/parts/coverage.js';
import { originWords, rootCauseSentence } from '../../../src/report/parts/error-words.js';
import { rootSentence } from '../../../src/report/parts/roots.js';
import { shareOf } from '../../../src/report/parts/shares.js';
import { fieldWords, readPair, readSystems } from '../../../src/report/parts/subject.js';
import { indexSystems } from '../../../src/report/parts/systems.js';
import { findingsByPack, findingsBySilo, totalsBySilo } from '../../../src/report/parts/totals.js';
import { finding, richReport } from '../fixtures.js';

const system = indexSystems(richReport);

test.each(causes)('the cause %s is one sentence that names a system', (cause) => {
  const sentence = causeSentence(finding({ cause }), system);
  expect(sentence).toMatch(/^[^.]*(Credit Cards|Mortgages)[^.]*\.$/);
});

test.each([
  ['no_flow', 'open', 'The inventory has no flow of any kind from Credit Cards to Mortgages.'],
  ['no_flow', 'closed', 'No flow of any kind leads from Credit Cards to Mortgages.'],
  [
    'lost',
    'present',
    'Changes are seen to come from Credit Cards to Mortgages by a way that the inventory does not have; this one did not.',
  ],
] as const)('of %s in a world that is %s is said no more than is known', (cause, world, sentence) => {
  const { args } = finding({});
  expect(causeSentence(finding({ cause, args: { ...args, world } }), system)).toBe(sentence);
});

test.each(causes)('behind many findings, the cause %s is one sentence about its system', (cause) => {
  const [root] = richReport.roots;
  expect(rootSentence({ ...root!, cause }, system)).toMatch(/^[^.]*Mortgages[^.]*\.$/);
});

test('a finding without a cause gets no sentence', () => {
  expect(causeSentence(finding({ cause: null }), system)).toBe('');
});

test.each([
  [{ count: 1, of: null }, '1 person'],
  [{ count: 1204, of: 8412 }, '1_204 of 8_412 persons (14.3_%)'],
  [{ count: 0, of: 0 }, '0 of 0 persons'],
])('persons come with what they are a part of: %o', (share, text) => {
  expect(shareOf(share, 'person')).toBe(text.replaceAll('_', '\u202f'));
});

test('subjects are read into systems and fields', () => {
  expect(readPair('pair:a>b/contact.email')).toEqual({ from: 'a', to: 'b', field: 'contact.email' });
  expect(readSystems('system:crm/email')).toEqual(['crm']);
  expect(readSystems('field:contact')).toEqual([]);
  expect(fieldWords('preference.consent.in_app')).toBe('the consent for in app');
  expect(fieldWords('contact.email')).toBe('contact.email');
});

test.each([
  ['template:T12/v3', 'template T12, version v3'],
  ['vendor:printhaus', 'vendor printhaus'],
  ['system:core', 'Core accounts'],
  ['comm:c1/in_app', 'communication c1 by in app'],
  ['class:wrong_amount', 'no common origin'],
])('the origin %s reads %s', (origin, words) => {
  expect(originWords(origin, system)).toBe(words);
});

test.each(['localised', 'external_cause', 'listed_only', 'tie'])(
  'the verdict %s is a sentence',
  (verdict) => {
    const [group] = richReport.error_groups;
    expect(rootCauseSentence({ ...group!, verdict })).toMatch(/ .*\.$/);
  },
);

test('persons by silo are distinct: one in two conflicts of a silo counts once', () => {
  const signatures = [
    { signature: 'hard takaful>crm/x;hard cards>crm/x', persons: 5, messages: 1 },
    { signature: 'hard cards>crm/x;hard cards>mortgage/x', persons: 2, messages: 4 },
  ];
  expect(totalsBySilo({ ...richReport, signatures })).toEqual([
    { name: 'Service', persons: 7, messages: 5 },
    { name: 'Home loans', persons: 2, messages: 4 },
  ]);
});

test('findings are counted by pack, and for both silos they join', () => {
  const systemsOf = () => ['cards', 'mortgage'];
  expect(findingsByPack([finding()])).toEqual([
    { name: 'preference', total: 1, counts: { critical: 0, high: 1, medium: 0, low: 0, info: 0 } },
  ]);
  expect(findingsBySilo({ ...richReport, findings: [finding()] }, systemsOf)).toEqual([
    { name: 'Cards', findings: 1 },
    { name: 'Home loans', findings: 1 },
  ]);
});

test('long lists end in a count of the rest', () => {
  expect(listSome(['a', 'b', 'c'], 3)).toBe('a, b, c');
  expect(listSome(['a', 'b', 'c', 'd'], 3)).toBe('a, b, c and 1 more');
});
