import { expect, test } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import { readWays } from '../../../src/report/parts/way.js';
import { waySentences, wayStrip } from '../../../src/report/parts/way-text.js';
import { finding, richReport } from '../fixtures.js';

const way = (change: Partial<Finding>) => readWays(richReport)(finding(change));
const delivery = 'pair:cards>mortgage/preference.delivery';
const consent = 'pair:takaful>crm/preference.consent.email';
const known = ['takaful', 'hub', 'crm'];

test.each<[string, Partial<Finding>, string]>([
  ['no flow', { subject: delivery, cause: 'no_flow' }, 'cards ─✗ mortgage (no flow)'],
  ['nothing on offer', { subject: delivery, cause: 'scope_too_narrow' }, 'cards ─✗ mortgage (not on offer)'],
  [
    'no key',
    { subject: consent, path: known, cause: 'identity_gap' },
    'takaful ─▶ hub ─✗ crm (no common key)',
  ],
  [
    'a wrong map',
    { subject: consent, path: known, cause: 'mapping_wrong' },
    'takaful ─▶ hub ─≠▶ crm (arrives changed)',
  ],
  ['the slowest step', { subject: consent, path: known, cause: 'too_slow' }, 'takaful ─▶ hub ─…▶ crm (slow)'],
  [
    'still under way',
    { subject: consent, path: known, cause: 'in_flight' },
    'takaful ─▶ hub ─▶ crm (on its way)',
  ],
  [
    'each step that does not carry the field',
    { subject: 'pair:core>crm/contact.email', path: ['core', 'hub', 'crm'], cause: 'field_not_mapped' },
    'core ─▶ hub ─✗ crm (not carried)',
  ],
  [
    'a choice not on offer, where the field stops',
    { subject: 'pair:core>crm/contact.email', path: ['core', 'hub', 'crm'], cause: 'scope_too_narrow' },
    'core ─▶ hub ─✗ crm (not on offer)',
  ],
  [
    'the missing return of a one-way road',
    { subject: 'pair:app>core/contact', path: ['core', 'hub', 'app'], cause: 'one_way' },
    'core ─▶ hub ─▶ app ─✗ core (no way back)',
  ],
  [
    'a flow whose giver never hears of changes',
    { subject: 'flow:core-hub', path: ['core', 'hub'], cause: 'one_way' },
    'core ─▶ hub ─✗ core (no way back)',
  ],
  [
    'an outcome that never returns',
    { subject: 'pair:printhaus>core/outcome.returned', path: [], cause: null },
    'printhaus ─✗ core (no flow)',
  ],
  [
    'an outcome that flows could bring back if they carried it',
    {
      subject: 'pair:core>crm/outcome.corrected',
      path: [],
      cause: null,
      args: { missing_way: ['core', 'hub', 'crm'] },
    },
    'core ─✗ hub ─✗ crm (not carried)',
  ],
  [
    'an outcome no flow could bring back',
    {
      subject: 'pair:printhaus>core/outcome.returned',
      path: [],
      cause: null,
      args: { missing_way: ['printhaus', 'core'] },
    },
    'printhaus ─✗ core (no flow)',
  ],
  [
    'a late outcome',
    { subject: 'pair:printhaus>core/outcome.returned', path: ['printhaus', 'composer', 'core'], cause: null },
    'printhaus ─▶ composer ─…▶ core (slow)',
  ],
  [
    'a way that carries an error',
    { subject: 'template:T12/v3', path: ['core', 'composer'], cause: null },
    'core ─▶ composer',
  ],
  ['nothing where nothing is known', { subject: delivery, path: [], cause: null }, ''],
  ['nothing within one system', { subject: 'pair:crm>crm/preference.consent', path: [], cause: 'lost' }, ''],
])('the strip shows %s', (_, change, strip) => {
  expect(wayStrip(way(change))).toBe(strip);
});

test('the same in sentences, with the time of each sound step', () => {
  expect(waySentences(way({ subject: consent, path: known, cause: 'identity_gap' }))).toBe(
    'التكافل العائلي passes it on to Integration hub. Integration hub does not pass it on to CRM: no common key.',
  );
});
