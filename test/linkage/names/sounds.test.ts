import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSounds } from '../../../src/linkage/names/index.js';
import { openStore } from '../../../src/store/duckdb.js';
import type { Store } from '../../../src/store/store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const fill = (rows: readonly (readonly [number, string | null, string | null])[]) =>
  store
    .run(`CREATE TABLE people (record INTEGER, f0 VARCHAR, f1 VARCHAR)`)
    .then(() => store.append('people', ['record', 'f0', 'f1'], rows));
const people = () => store.all('SELECT * FROM people ORDER BY record');

describe('sounds of the names in a table', () => {
  it('are equal for spellings of one name, also in another column', async () => {
    await fill([
      [1, 'mohammad', 'karimi'],
      [2, 'محمد', 'کریمی'],
      [3, 'karimi', 'محمد'],
      [4, 'محمود', null],
    ]);
    expect(await addSounds(store, 'people', ['f0', 'f1'])).toBe(0);
    const [latin, arabic, swapped, other] = await people();
    expect([latin!.f0s, latin!.f1s]).toEqual([arabic!.f0s, arabic!.f1s]);
    expect([swapped!.f0s, swapped!.f1s]).toEqual([latin!.f1s, latin!.f0s]);
    expect(other!.f0s).not.toBe(latin!.f0s);
    expect(other!.f1s).toBeNull();
  });
  it('are left out where all names are in Latin letters, with whatever accents', async () => {
    await fill([
      [1, 'zoë', "o'connor"],
      [2, 'Łukasz', 'dvořák (2)'],
    ]);
    expect(await addSounds(store, 'people', ['f0', 'f1'])).toBeUndefined();
    expect(Object.keys((await people())[0]!)).toEqual(['record', 'f0', 'f1']);
  });
  it('survive names of any letters', async () => {
    await fill([
      [1, "'; DROP TABLE people", '王'],
      [2, '\u202eevil', '🦊'],
      [3, '', 'ے'],
    ]);
    expect(await addSounds(store, 'people', ['f0', 'f1'])).toBe(0);
    expect(await people()).toHaveLength(3);
  });
});
