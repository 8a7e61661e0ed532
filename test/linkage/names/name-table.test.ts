import { describe, expect, it } from 'vitest';
import { nameForms, nameLevel, nameTable } from '../../../src/linkage/names/index.js';
import { samePairs } from './read-names.js';

const names = [...new Set(samePairs('seen').flat())].slice(0, 150);
const rows = nameTable(names);

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
