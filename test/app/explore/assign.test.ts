import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withAssigned, withoutAssigned } from '../../../src/app/explore/assign.js';
import { finding } from '../../report/fixtures.js';

const one = finding({ fingerprint: '0123456789abcdef' });
const other = finding({ fingerprint: '1234567890123456' });
const assign = (text: string, findings = [one], owner = 'Data office'): string =>
  withAssigned({ file: 'unsilo.yaml', text }, findings, owner);

describe('an owner assigned to a finding', () => {
  it.each([
    [
      'where nobody is assigned yet',
      'name: Bank # ours\n',
      'name: Bank # ours\nassigned:\n  0123456789abcdef: Data office\n',
    ],
    ['without a last line end', 'name: Bank', 'name: Bank\nassigned:\n  0123456789abcdef: Data office\n'],
    [
      'under the first that is there',
      'assigned:\n    fedcba9876543210: ann # hers\n# more\nname: Bank\n',
      'assigned:\n    fedcba9876543210: ann # hers\n    0123456789abcdef: Data office\n# more\nname: Bank\n',
    ],
    [
      'in lines that end as the others do',
      'name: Bank\r\nassigned:\r\n  fedcba9876543210: ann\r\n',
      'name: Bank\r\nassigned:\r\n  fedcba9876543210: ann\r\n  0123456789abcdef: Data office\r\n',
    ],
    [
      'in the place of whom it had',
      'assigned:\n  0123456789abcdef: ann\nname: [a,  b]\n',
      'assigned:\n  0123456789abcdef: Data office\nname: [a,  b]\n',
    ],
  ])('stands %s', (_, text, expected) => {
    expect(assign(text)).toBe(expected);
  });

  it.each([
    [
      'with the heading, when it was the last',
      'name: Bank # ours\nassigned:\n  0123456789abcdef: ann\n',
      'name: Bank # ours\n',
    ],
    [
      'and others stay',
      'assigned:\n    fedcba9876543210: ann # hers\n    0123456789abcdef: bo\n# more\n',
      'assigned:\n    fedcba9876543210: ann # hers\n# more\n',
    ],
    [
      'between braces',
      'assigned: { 0123456789abcdef: bo, fedcba9876543210: ann }\n',
      'assigned: { fedcba9876543210: ann }\n',
    ],
    ['where nobody was assigned', 'name: Bank\n', 'name: Bank\n'],
  ])('is taken back %s', (_, text, expected) => {
    expect(withoutAssigned({ file: 'unsilo.yaml', text }, [one])).toBe(expected);
  });

  it('keeps fingerprints that look like numbers, and names that look like YAML', () => {
    const text = assign('name: Bank\n', [one, other], 'Data: office # 2');
    expect(parse(text)).toEqual({
      name: 'Bank',
      assigned: { '0123456789abcdef': 'Data: office # 2', '1234567890123456': 'Data: office # 2' },
    });
  });

  it('says what is wrong with settings that cannot be read', () => {
    expect(() => assign('name: [')).toThrow(/unsilo\.yaml|problem|flow/i);
  });
});
