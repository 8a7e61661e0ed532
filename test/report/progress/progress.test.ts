import { expect, test } from 'vitest';
import { type Progress, progressSchema } from '../../../src/model/progress.js';
import { progressRenderers } from '../../../src/report/progress/index.js';
import { sparkline } from '../../../src/report/progress/sparkline.js';

const hostile = '<script>alert(1)</script>\u001b[31m|`';
const progress: Progress = {
  $schema: 'unsilo/src/schema/progress.json',
  schema_version: 1,
  ecosystem: `Bank ${hostile}`,
  snapshots: ['2026-01-01', '2026-04-01', '2026-07-01'].map((day) => ({
    as_of: `${day}T00:00:00Z`,
    file: `${hostile}.json`,
  })),
  plans: [],
  trends: [
    {
      id: 'delivery_rate',
      title: 'Messages that arrived',
      unit: 'share',
      better: 'higher',
      points: [
        { as_of: '2026-01-01T00:00:00Z', value: 0.9 },
        { as_of: '2026-04-01T00:00:00Z', value: null },
        { as_of: '2026-07-01T00:00:00Z', value: 0.95 },
      ],
      change: 0.05,
      beyond_chance: true,
    },
  ],
  goals: [],
  initiatives: [
    {
      id: 'x',
      title: hostile,
      wave: 1,
      planned: '2026-01-01T00:00:00Z',
      effect: 'took_effect',
      since: '2026-07-01T00:00:00Z',
      aimed: 2,
      seen: [
        { as_of: '2026-01-01T00:00:00Z', open: 2, gone: 0, unseen: 0, persons: 30 },
        { as_of: '2026-07-01T00:00:00Z', open: 0, gone: 2, unseen: 0, persons: 0 },
      ],
      why: null,
    },
  ],
};
const screen = { color: false, width: 80, all: false };

test('the JSON is what its schema says', () => {
  expect(progressSchema.parse(JSON.parse(progressRenderers.json(progress, screen)))).toEqual(progress);
});

test.each(['terminal', 'html', 'markdown'] as const)(
  '%s lets nothing of an input through unescaped',
  (format) => {
    const text = progressRenderers[format](progress, screen);
    if (format !== 'terminal') expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('\u001b');
    expect(text).toContain('took effect');
  },
);

test('a trend is a picture with words for those who cannot see it', () => {
  const page = progressRenderers.html(progress, screen);
  expect(page).toContain('Messages that arrived: 90\u202f% on 2026-01-01, 95\u202f% on 2026-07-01.');
  expect(page.match(/<circle/g)).toHaveLength(2);
});

test.each([
  [[1, 2, 3], '▁▅█'],
  [[5, null, 5], '▄·▄'],
  [[null], '·'],
  [[0, 100, 50], '▁█▅'],
])('%j is drawn as %s', (values, line) => {
  expect(sparkline(values)).toBe(line);
});
