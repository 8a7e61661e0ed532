import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Atlas } from '../../../src/map/estate.js';
import { drawEgo } from '../../../src/map/pictures/ego.js';
import { drawHeatMap, stepOf } from '../../../src/map/pictures/heat-map.js';
import { drawMatrix } from '../../../src/map/pictures/matrix.js';
import { type Picture, renderSvg } from '../../../src/map/pictures/picture.js';
import { drawSiloMap } from '../../../src/map/pictures/silo-map.js';
import { drawStrip } from '../../../src/map/pictures/strip.js';
import { drawSystems } from '../../../src/map/pictures/systems.js';
import { seededAtlas, sizes } from '../seeded-estate.js';
import { smallAtlas } from '../small-atlas.js';

const pictures: readonly (readonly [string, (atlas: Atlas) => Picture])[] = [
  ['silo map', drawSiloMap],
  ['matrix', drawMatrix],
  ['heat map', drawHeatMap],
  ['picture of systems', drawSystems],
  ['picture of one system', (atlas) => drawEgo(atlas, atlas.map.systems[0]!.system_id)],
];
const hostile = smallAtlas({
  systems: ['a<script_"&\u202e:x<y>', "b'\u0000]]:z", 'c:'],
  flows: ['a<script_"&\u202e>c 60 person.<b>', "c>b'\u0000]] ? contact.email"],
});
const empty = smallAtlas({ systems: ['only:one'], flows: [] });

describe.each(pictures)('the %s', (_, draw) => {
  test.each([
    ['30 systems', seededAtlas(sizes['30']!)],
    ['500 systems', seededAtlas(sizes['500']!)],
    ['hostile names', hostile],
    ['one lonely system', empty],
  ])('of %s is well-formed, says what it shows, and comes with its table', async (_, atlas) => {
    const picture = draw(atlas);
    const svg = renderSvg(picture);
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'map.svg', contents: svg }],
      extension: 'schema',
      schema: [anything],
    });
    expect(errors.filter(({ message }) => !message.includes('No matching global declaration'))).toEqual([]);
    expect(valid || errors.length > 0).toBe(true);
    expect(svg).toContain(`<title id="${picture.id}-title">`);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<script/);
    expect(picture.description.length).toBeGreaterThan(30);
    for (const row of picture.table.rows) expect(row).toHaveLength(picture.table.heads.length);
  });

  test('is the same every time', () => {
    const atlas = seededAtlas(sizes['30']!);
    expect(draw(atlas).body.text).toBe(draw(seededAtlas(sizes['30']!)).body.text);
  });
});

/** Nothing is declared, so that only well-formedness is judged. */
const anything = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>';

describe('the silo map', () => {
  const demand = {
    field: 'contact.email',
    from: 'a',
    to: 'b',
    latency_s: null,
    agreed_s: 60,
    met: false,
    path: [],
  };

  test('draws one line a pair, with arrows where something arrives and numbers where something does not', () => {
    const both = drawSiloMap(
      smallAtlas({ systems: ['a:x', 'b:y'], flows: ['a>b 60 contact.email', 'b>a 60 contact.email'] }),
    );
    expect(both.body.text.match(/class="line /g)).toHaveLength(1 + 6);
    const gone = drawSiloMap(
      smallAtlas({ systems: ['a:x', 'b:y'], flows: ['b>a 60 contact.email'], demands: [demand] }),
    );
    expect(gone.table.rows).toEqual([
      ['Silo y', 'Silo x', 1, 1, '1\u202fmin', ''],
      ['Silo x', 'Silo y', 0, 0, 'no flow', 'contact.email'],
    ]);
  });

  test('counts what it leaves out, and its table holds it', () => {
    const { description, table } = drawSiloMap(seededAtlas(sizes['500']!));
    expect(description).toMatch(
      /^30 groups of 500 systems, and \d+ links between them, of which the \d+ that matter most are drawn\./,
    );
    expect(table.rows.length).toBeGreaterThan(400);
  });
});

test('a long way goes on in the next row', () => {
  const stops = Array.from({ length: 8 }, (_, i) => ({ name: `System ${i}`, silo: 'Silo' }));
  const steps = stops.slice(1).map(() => ({ above: '1 h', below: 'batch', broken: false }));
  const table = { caption: '', heads: [], rows: [], numeric: [] };
  const { height, width, body } = drawStrip({ id: 'x', title: 'x', description: 'x', table }, stops, steps);
  expect([width, height]).toEqual([1460, 232]);
  const across = [...body.text.matchAll(/<text[^>]* x="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(across.length).toBeGreaterThan(2 * steps.length);
  // What belongs to the step into the next row stands on its way back, not beyond the edge.
  expect(Math.max(...across)).toBeLessThan(width - 40);
});

test('a cell of the heat map is the stronger the nearer to the largest of its column', () => {
  expect([0, 1, 25, 64, 100].map((value) => stepOf(value, 100))).toEqual([0, 1, 3, 4, 5]);
  expect(stepOf(null, 100)).toBe(0);
});
