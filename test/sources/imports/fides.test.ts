import { describe, expect, it } from 'vitest';
import { importFides } from '../../../src/sources/imports/fides/import.js';
import { faultsOf, fixture, leftOutOf, linesOf } from './rows.js';

const imported = importFides(await fixture('fides'));

describe('Fides manifests', () => {
  it('make each system a system and its department a silo', () => {
    expect(linesOf(imported, 'silos')).toEqual([
      'Lending, Lending @6/system/0/administrating_department',
      'Output, Output @23/system/1/administrating_department',
    ]);
    expect(linesOf(imported, 'systems')).toEqual([
      'loans, Loans Core, Lending, Service @3/system/0',
      'letters, Letter Shop, Output @21/system/1',
      'print_vendor, print_vendor @29/system/1/ingress/2',
    ]);
  });

  it('make ingress and egress of both ends one flow, and a dataset stand for the system it belongs to', () => {
    expect(linesOf(imported, 'flows')).toEqual([
      'loans > letters, loans, letters @12/system/0/egress/0',
      'print_vendor > letters, print_vendor, letters @29/system/1/ingress/2',
    ]);
    expect(linesOf(imported, 'flow_fields')).toEqual([
      'loans > letters, contact.postal_address, contact.postal_address, identity @12/system/0/egress/0',
    ]);
  });

  it('make data categories fields, also those of datasets in other files, and ingress from users collection', () => {
    expect(linesOf(imported, 'system_fields')).toEqual([
      'loans, person.date_of_birth, holds @8/dataset/0/collections/0/fields/0',
      'loans, contact.postal_address.city, holds @12/dataset/0/collections/0/fields/1/fields/0',
      'loans, user.financial.credit_card, holds @14/dataset/0/collections/0/fields/2',
      'loans, contact, holds @16/system/0/privacy_declarations/0',
      'loans, contact.email, collects @8/system/0/ingress/0',
      'loans, person.name, collects @8/system/0/ingress/0',
    ]);
  });

  it('say what has no place in the inventory', () => {
    expect(leftOutOf(imported)).toEqual([
      'dataset: orphan_db @16/dataset/1',
      'policy: retention @32/policy/0',
    ]);
    expect(imported.map(({ items }) => items)).toEqual([2, 3]);
  });

  const broken: [what: string, text: string, faults: string[]][] = [
    [
      'no YAML',
      'system: [',
      [
        'f.yml:1  f.yml cannot be read: this is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
    [
      'bombs',
      `a: &a [x]\n${'bcdefghij'.replace(/./g, (c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]\n`)}`,
      ['f.yml:1  f.yml cannot be read: Excessive alias count indicates a resource exhaustion attack'],
    ],
    [
      'depths',
      '['.repeat(20_000),
      ['f.yml:1  f.yml cannot be read: this is no YAML: Maximum call stack size exceeded'],
    ],
    ['nothing', '# empty\n', ['f.yml:1  f.yml cannot be read: it is empty']],
    ['no lists', 'system:\n  fides_key: a\n', ['f.yml:1 /system f.yml cannot be read: /system is no list']],
    [
      'several mistakes at once',
      'system:\n  - name: A\n  - fides_key: b\n    ingress: [{ fides_key: c, type: pipe }]\n',
      [
        'f.yml:2 /system/0/fides_key f.yml cannot be read: /system/0/fides_key is missing',
        'f.yml:4 /system/1/ingress/0/type f.yml cannot be read: /system/1/ingress/0/type has a value it cannot have',
      ],
    ],
  ];
  it.each(broken)('are refused with line and pointer: %s', (_, text, faults) => {
    expect(faultsOf(() => importFides([{ file: 'f.yml', text }]))).toEqual(faults);
  });
});
