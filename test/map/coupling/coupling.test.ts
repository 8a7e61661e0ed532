import { describe, expect, test } from 'vitest';
import { exchangeOf } from '../../../src/map/coupling/exchange.js';
import { openAtlas } from '../../../src/map/estate.js';
import type { EcosystemMap } from '../../../src/map/model.js';
import { renderSvg } from '../../../src/map/pictures/picture.js';
import { askCoupling } from '../../../src/map/questions/coupling.js';
import { renderText } from '../../../src/map/render-text.js';
import { seededAtlas, sizes } from '../seeded-estate.js';
import { smallAtlas } from '../small-atlas.js';

const silos = ['cards', 'loans', 'output'];
const members = (silo: string): string[] => [1, 2, 3, 4].map((i) => `${silo}-${i}`);

/** Every system tells the others of its group three fields, and the first of each group the next group's first one. */
const flows = silos.flatMap((silo, i) => [
  ...members(silo).flatMap((from) =>
    members(silo)
      .filter((to) => to > from)
      .map((to) => `${from}>${to} 60 contact.email,contact.phone,person.name`),
  ),
  `${silo}-1>${silos[(i + 1) % 3]}-1 60 contact.email`,
]);
const bank = (placed: (id: string, silo: string) => string) =>
  smallAtlas({
    systems: silos.flatMap((silo) => members(silo).map((id) => `${id}:${placed(id, silo)}`)),
    flows,
  });
const asExchanged = bank((_, silo) => silo);
const moved = bank((id, silo) => (id === 'cards-4' ? 'output' : silo));

describe('silos that are cut as data is exchanged', () => {
  test('match the groups found, and nobody is misplaced', async () => {
    const { facts, sentences } = await askCoupling(asExchanged);
    expect(facts).toMatchObject({
      measurable: true,
      adjusted_rand_index: 1,
      modularity: { difference: 0 },
      stability: { starts: 20, mean_adjusted_rand_index: 1 },
      misplaced: [],
      groups: silos.map((silo, i) => ({ group: i + 1, systems: members(silo) })),
    });
    expect(sentences).toEqual([
      'They match well: adjusted Rand index 1.00 between 3 silos and 3 groups found (1 the same, 0 as by chance).',
      'Modularity is 0.61 by silos and 0.61 by groups.',
      'The groups are stable: 20 starts agree with each other to 1.00.',
      'No system exchanges more with another silo and is found there.',
    ]);
  });

  test('match as well when fields are written down as the field they are parts of', async () => {
    const whole = asExchanged.map.flows.map((flow) => ({
      ...flow,
      fields: flow.fields
        .filter(({ target_field }) => target_field !== 'contact.phone')
        .map((field) => ({
          ...field,
          target_field:
            flow.fields.length > 1 ? field.target_field.replace('.email', '') : field.target_field,
        })),
    }));
    expect(exchangeOf(openAtlas({ ...asExchanged, map: { ...asExchanged.map, flows: whole } })).ties).toEqual(
      exchangeOf(asExchanged).ties,
    );
  });
});

describe('a system declared in another silo than its data', () => {
  test('is named with the silo it belongs to, in all starts, and with the flows that say so', async () => {
    const { facts, sentences, tables } = await askCoupling(moved);
    const flow = { to: 'cards-4', fields: 3, file: 'flows.csv' };
    expect(facts.misplaced).toEqual([
      {
        system_id: 'cards-4',
        silo_id: 'output',
        exchanges_most_with: 'cards',
        fields_with_it: 9,
        fields_with_own: 0,
        starts_that_agree: 20,
        flows: [
          expect.objectContaining({ ...flow, from: 'cards-1', row: 4 }),
          expect.objectContaining({ ...flow, from: 'cards-2', row: 6 }),
          expect.objectContaining({ ...flow, from: 'cards-3', row: 7 }),
        ],
      },
    ]);
    expect(facts.adjusted_rand_index).toBeCloseTo(0.73, 1);
    expect(sentences[3]).toBe(
      '1 system exchanges more with another silo than with its own and is found with it in most starts.',
    );
    expect(tables[0]?.rows).toEqual([['CARDS-4', 'Silo output', 'Silo cards', '9', '0', '20 of 20']]);
    expect(tables[1]?.rows[0]).toEqual(['CARDS-4', 'from CARDS-1', '3', 'cards-1-cards-4-2', 'flows.csv:4']);
  });

  test('is drawn between the silo it stands in and the one it belongs to', async () => {
    const { picture } = await askCoupling(moved);
    expect([...picture.body.text.matchAll(/data-system="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      '0:output',
      'cards-4',
      '2:cards',
    ]);
    expect(picture.body.text.match(/class="sign"/g)).toHaveLength(1);
  });
});

test('two silos found as one group move nobody, and the only system of a silo is never misplaced', async () => {
  const mesh = ['a1>a2', 'a2>b1', 'b1>b2', 'b2>a1', 'a1>b1', 'a2>b2'].map(
    (ends) => `${ends} 60 contact.email`,
  );
  const atlas = smallAtlas({
    systems: ['a1:a', 'a2:a', 'b1:b', 'b2:b', 'c1:c', 'd1:d'],
    flows: [...mesh, 'c1>d1 60 contact.email'],
  });
  const { facts } = await askCoupling(atlas);
  expect(facts.groups).toMatchObject([{ systems: ['a1', 'a2', 'b1', 'b2'] }, { systems: ['c1', 'd1'] }]);
  expect(facts.misplaced).toEqual([]);
});

test('what takes no part is said: idle systems, third parties, planned flows; and flows of unknown fields', async () => {
  const base = smallAtlas({
    systems: ['a1:a', 'a2:a', 'b1:b', 'b2:b', 'idle:b', 'bureau:'],
    flows: ['a1>a2 60 x.y', 'b1>b2 60', 'a1>b1 60 x.y', 'a1>bureau 60 x.y', 'a2>b2 60 x.y'],
  });
  const planned = base.map.flows.map((flow) =>
    flow.from === 'a2' ? { ...flow, status: 'planned' as const } : flow,
  );
  const { facts, sentences } = await askCoupling(
    openAtlas({ ...base, map: { ...base.map, flows: planned } }),
  );
  expect(facts).toMatchObject({ left_out: { systems: ['idle'], flows: 1 }, flows_without_fields: 1 });
  expect(sentences.slice(-2)).toEqual([
    'Left out: 1 system that exchanges nothing with a system of a silo; 1 flow from or to what stands in no silo.',
    '1 flow of unknown fields counts as one field.',
  ]);
});

test.each([
  ['no silo', { systems: ['a:', 'b:'], flows: ['a>b 60 x'] }, 'the inventory places no system in a silo'],
  [
    'one silo',
    { systems: ['a:x', 'b:x'], flows: ['a>b 60 x'] },
    'the inventory places all systems in one silo',
  ],
  [
    'no flow',
    { systems: ['a:x', 'b:y'], flows: [] },
    'the inventory names no flow between two systems of silos',
  ],
  [
    'flows within one silo only',
    { systems: ['a:x', 'b:x', 'c:y'], flows: ['a>b 60 x'] },
    'only systems of one silo exchange anything',
  ],
  [
    'one system in each silo',
    { systems: ['a:x', 'b:y'], flows: ['a>b 60 x'] },
    'no silo has two systems that exchange anything, so nothing could stay inside',
  ],
])('with %s nothing is claimed', async (_, given, reason) => {
  const answer = await askCoupling(smallAtlas(given));
  expect(answer.sentences).toEqual([`Not measurable: ${reason}.`]);
  expect(answer.facts).toMatchObject({ measurable: false, reason, adjusted_rand_index: null, misplaced: [] });
  expect(renderSvg(answer.picture)).toContain('Not measurable');
});

test('says the same, byte by byte, twice, in whatever order the inventory comes', async () => {
  const atlas = seededAtlas(sizes['150']!);
  const turned: EcosystemMap = {
    ...atlas.map,
    systems: [...atlas.map.systems].reverse(),
    flows: [...atlas.map.flows].reverse(),
  };
  const told = async (map: EcosystemMap) => {
    const answer = await askCoupling(openAtlas({ ...atlas, map }));
    return `${renderText(answer, 120)}${JSON.stringify(answer.facts)}${renderSvg(answer.picture)}`;
  };
  const once = await told(atlas.map);
  expect(await told(atlas.map)).toBe(once);
  expect(await told(turned)).toBe(once);
});
