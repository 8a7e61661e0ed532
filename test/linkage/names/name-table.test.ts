import { describe, expect, it } from 'vitest';
import { nameForms, nameLevel, nameTable } from '../../../src/linkage/names/index.js';
import { samePairs } from './read-names.js';

const names = [...new Set(samePairs('seen').flat())].slice(0, 150);
const { rows } = nameTable(names);

describe('a table of distinct names', () => {
  it('lists for each the others that are spellings of it, as comparing all with all does', () => {
    const forms = names.map((name) => nameForms(name));
    const alike = forms.map((one) =>
      [...forms.keys()].filter((other) => ['equivalent', 'voiced'].includes(nameLevel(one, forms[other]!))),
    );
    expect(rows.map((row) => row.alike)).toEqual(alike);
  });
  it('gives spellings in two scripts one block, and names that nothing connects different ones', () => {
    const block = (name: string) => rows[names.indexOf(name)]!.block;
    expect(block('کریم')).toBe(block('Kareem'));
    expect(block('کریم')).not.toBe(block('رحیم'));
  });
});

/** Names in two scripts of which all sound alike: by vowels of Latin letters, and by alefs of Arabic ones. */
function crowdOf(size: number): string[] {
  const spell = (number: number, vowels: readonly string[]): string[] =>
    [...number.toString(vowels.length).padStart(9, '0')].map((digit) => vowels[Number(digit)]!);
  return Array.from({ length: size }, (_, number) =>
    number % 2 === 0
      ? `m${spell(number, ['a', 'e', 'i', 'o']).join('r').slice(0, 14)}`
      : `م${spell(number, ['', 'ا', 'و', 'ی']).join('ر')}`,
  );
}

describe('names of which thousands sound alike', () => {
  it('are left out, and counted, so that the work grows with the number of names', () => {
    expect(nameTable(crowdOf(400)).crowded).toBe(0);
    expect(nameTable(crowdOf(6000)).crowded).toBeGreaterThan(2000);
  });
});
