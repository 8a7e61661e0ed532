import { expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/findings/fingerprint.js';
import { progressOver } from '../../../src/findings/progress/index.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Report } from '../../../src/model/report.js';
import type { Roadmap } from '../../../src/model/roadmap-report.js';
import type { Measure } from '../../../src/model/scorecard.js';
import { cleanReport, richReport } from '../../report/fixtures.js';

const rule = 'flow/one-way';
const found = (subject: string, persons: number): Finding => ({
  ...richReport.findings[0]!,
  rule,
  subject,
  fingerprint: fingerprintOf(rule, subject),
  persons: { count: persons, of: 1000 },
  evidence: [],
});
const a = 'pair:cards>crm/contact.email';
const b = 'pair:loans>crm/contact.email';

const measure = (value: number): Measure => ({
  id: 'delivery_rate',
  title: 'Messages that arrived',
  about: 'ecosystem',
  numerator: value * 1000,
  denominator: 1000,
  counted: 'messages',
  value,
  unit: 'share',
  interval: [value - 0.01, value + 0.01],
  better: 'higher',
  why: null,
});

const systems = ['cards', 'loans', 'crm'].map((system_id) => ({ ...cleanReport.systems[0]!, system_id }));
const snapshot = (day: string, findings: readonly Finding[], more: Partial<Report> = {}) => ({
  file: `${day}.json`,
  content: {
    ...cleanReport,
    manifest: { ...cleanReport.manifest, as_of: `${day}T00:00:00Z` },
    findings: [...findings],
    signatures: [],
    systems,
    ...more,
  },
});

const initiative = (more: Partial<Roadmap['initiatives'][number]>) =>
  ({
    id: 'add_flow:cards>crm',
    title: 'Bring contact.email from cards to crm',
    wave: 1,
    systems: ['cards', 'crm'],
    fields: ['contact.email'],
    findings_aimed: [],
    ...more,
  }) as Roadmap['initiatives'][number];
const plan = (initiatives: readonly Roadmap['initiatives'][number][], closed: readonly string[] = []) => ({
  file: 'roadmap.json',
  content: {
    ecosystem: cleanReport.ecosystem,
    as_of: '2026-01-01T00:00:00Z',
    initiatives,
    waves: [{ wave: 1, findings_closed: closed }],
  } as unknown as Roadmap,
});
const aims = (...subjects: string[]) => subjects.map((subject) => fingerprintOf(rule, subject));

const both = initiative({ findings_aimed: aims(a, b) });
const first = snapshot('2026-01-01', [found(a, 400), found(b, 300)]);

test.each([
  ['took_effect', [], [], '2026-04-01'],
  ['came_back', [], [found(a, 400)], null],
  ['partly', [found(a, 400), found(b, 300)], [found(b, 300)], null],
  ['partly', [found(a, 400), found(b, 300)], [found(a, 200), found(b, 100)], null],
  ['none', [found(a, 400), found(b, 300)], [found(a, 396), found(b, 310)], null],
  ['worse', [found(a, 400), found(b, 300)], [found(a, 700), found(b, 300)], null],
] as const)('an initiative is judged %s by what is still found', (effect, then, now, since) => {
  const snapshots = [snapshot('2026-07-01', now), first, snapshot('2026-04-01', then)];
  const [one] = progressOver(snapshots, [plan([both])]).initiatives;
  expect(one).toMatchObject({ effect, aimed: 2, since: since === null ? null : `${since}T00:00:00Z` });
  expect(one!.seen.map(({ as_of }) => as_of.slice(0, 7))).toEqual(['2026-01', '2026-04', '2026-07']);
});

test('what nobody looks for any more never counts as mended', () => {
  const blind = { ...cleanReport.coverage, not_evaluated: [{ rule, missing: ['flows'] }] };
  const last = snapshot('2026-07-01', [], { coverage: blind });
  const [one] = progressOver([first, last], [plan([both])]).initiatives;
  expect(one).toMatchObject({ effect: 'not_measurable' });
  expect(one!.seen.at(-1)).toMatchObject({ open: 0, gone: 0, unseen: 2 });
});

test('an initiative made from conflicts is held to what its wave closes between its systems', () => {
  const [one] = progressOver(
    [first, snapshot('2026-07-01', [found(b, 300)])],
    [plan([initiative({})], aims(a))],
  ).initiatives;
  expect(one).toMatchObject({ effect: 'took_effect', aimed: 1 });
});

test('without a later snapshot nothing is claimed', () => {
  const early = snapshot('2025-07-01', []);
  const [one] = progressOver([early, first], [plan([both])]).initiatives;
  expect(one).toMatchObject({ effect: 'not_measurable', why: expect.stringContaining('no snapshot after') });
});

test('a goal is on track when a straight line from the first value leads there in time', () => {
  const goal = {
    id: 'g',
    title: 'Arrived',
    measure: 'delivery_rate' as const,
    about: 'ecosystem',
    target: 0.9,
    by: '2026-12-31',
    sponsor: null,
  };
  const card = (value: number) => ({
    scorecard: {
      measures: [measure(value)],
      goals: [{ ...goal, value, met: value >= 0.9 }],
      journeys: [],
      silos: [],
      definitions: {},
    },
  });
  const over = (value: number) =>
    progressOver([snapshot('2026-01-01', [], card(0.7)), snapshot('2026-07-01', [], card(value))], []);
  expect(over(0.81).goals[0]).toMatchObject({ met: false, on_track: true });
  expect(over(0.75).goals[0]).toMatchObject({ met: false, on_track: false });
  expect(over(0.91).goals[0]).toMatchObject({ met: true, on_track: true });
  const trend = (value: number) => over(value).trends.find(({ id }) => id === 'delivery_rate');
  expect(trend(0.81)).toMatchObject({ change: 0.11, beyond_chance: true });
  expect(trend(0.71)).toMatchObject({ change: 0.01, beyond_chance: false });
});
