import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/sources/mapping/flatten.js';

const user = {
  id: 'u-1',
  mail: { state: 'on', at: null },
  groups: [{ name: 'a' }, { name: 'b' }],
  tags: ['x', 'y'],
};

describe('nested JSON', () => {
  it('is one row a document, under the paths of its values; lists of plain values are one text', () => {
    expect(
      flatten(JSON.stringify({ id: 1, mail: { state: 'on' }, tags: ['x', 'y'], none: null }), {}),
    ).toEqual({
      header: ['id', 'mail.state', 'tags'],
      good: [{ row: 1, cells: ['1', 'on', 'x|y'] }],
      bad: [],
    });
  });

  it('makes one row of each item of a list, with what surrounds it', () => {
    const { header, good } = flatten(JSON.stringify(user), { each: ['groups'] });
    expect(header).toEqual(['id', 'mail.state', 'tags', 'groups.name']);
    expect(good.map(({ cells }) => cells.join(' '))).toEqual(['u-1 on x|y a', 'u-1 on x|y b']);
  });

  it('makes one row of each key of a map, and of each plain value of a list', () => {
    const text = JSON.stringify({ ok: { mail: true, post: false }, off: [7] });
    const { header, good } = flatten(text, { each: ['ok', 'off'] });
    expect(header).toEqual(['ok.key', 'ok.value', 'off.value']);
    expect(good.map(({ cells }) => cells)).toEqual([
      ['mail', 'true', null],
      ['post', 'false', null],
      [null, null, '7'],
    ]);
  });

  it.each([
    ['one a line', '{"id":1}\n\n{"id":2}\n', [1, 3]],
    ['as a list', '[{"id":1},{"id":2}]', [1, 2]],
    ['as a list inside', '{"users":[{"id":1},{"id":2}],"total":2}', [1, 2]],
  ])('may come %s, and is numbered so', (_, text, rows) => {
    const { good } = flatten(text, { within: 'users' });
    expect(good.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [rows[0], '1'],
      [rows[1], '2'],
    ]);
  });

  it('sets aside lines that are no JSON, and what is no object', () => {
    const { good, bad } = flatten('{"id":1}\n{"id":\n7\n', {});
    expect(good).toHaveLength(1);
    expect(bad.map(({ row, expected }) => `${row}: ${expected}`)).toEqual([
      '2: one JSON object a line',
      '3: a JSON object',
    ]);
  });

  it('has as many rows as documents, and every value of each, whatever is inside', () => {
    const documents = fc.array(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.jsonValue({ maxDepth: 1 })),
    );
    fc.assert(
      fc.property(documents, (all) => {
        const { header, good, bad } = flatten(JSON.stringify(all), {});
        expect([good.length, bad.length]).toEqual([all.length, 0]);
        for (const [i, one] of all.entries())
          for (const [key, value] of Object.entries(one))
            if (typeof value === 'string') expect(good[i]!.cells[header.indexOf(key)]).toBe(value);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
