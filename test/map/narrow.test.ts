import { expect, test } from 'vitest';
import { mapSchema } from '../../src/map/model.js';
import { around, collapseSilos, narrowTo } from '../../src/map/narrow.js';
import { tellOverview } from '../../src/map/overview.js';
import { renderText } from '../../src/map/render-text.js';
import { seededAtlas, sizes } from './seeded-estate.js';
import { smallAtlas } from './small-atlas.js';

const bank = smallAtlas({
  systems: ['app:digital', 'crm:group', 'core:retail', 'cards:retail'],
  flows: [
    'app>crm 60 contact.email',
    'crm>core 30 contact.email',
    'crm>cards 90 contact.phone',
    'core>cards 5 contact.email',
  ],
});

test('the part around a system holds what is so many flows away, and the flows between', () => {
  expect([...around(bank.map, ['app'], 1)].sort()).toEqual(['app', 'crm']);
  const near = narrowTo(bank.map, around(bank.map, ['app'], 2));
  expect(near.systems).toHaveLength(4);
  expect(narrowTo(bank.map, new Set(['core', 'cards'])).flows.map(({ from, to }) => `${from}>${to}`)).toEqual(
    ['core>cards'],
  );
});

test('silos as systems keep every field once and the quickest time', () => {
  const { systems, flows } = collapseSilos(bank.map, bank.siloName);
  expect(systems.map(({ system_id, name }) => `${system_id} ${name}`)).toEqual([
    'digital Silo digital',
    'group Silo group',
    'retail Silo retail',
  ]);
  expect(flows.map(({ from, to, latency_s, fields }) => [from, to, latency_s, fields.length])).toEqual([
    ['digital', 'group', 60, 1],
    ['group', 'retail', 30, 2],
  ]);
});

test('every part of a map is a map', () => {
  const { map, siloName } = seededAtlas(sizes['30']!);
  for (const part of [map, collapseSilos(map, siloName), narrowTo(map, around(map, ['s001'], 1))])
    expect(mapSchema.parse(part)).toEqual(part);
});

test('in the terminal tables fit the width, and numbers stand under each other', () => {
  const text = renderText(tellOverview(bank), 80);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(text).toMatch(
    /^Small bank, as of 2026-07-01\n\n4 systems in 3 silos; 4 flows of 2 fields; 0 communications\.\n/,
  );
  expect(text).toContain('Silo digital  Silo group       1       1  1\u202fmin');
});
