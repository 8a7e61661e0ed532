import { describe, expect, test } from 'vitest';
import { findSupplied } from '../../src/gate/supply-index.js';
import type { Supply } from '../../src/model/supply.js';

const supply: Supply = {
  evidence: 'settings',
  source: 'unsilo.yaml',
  fields: ['name', 'order.total', 'lines[].price', 'First Name', 'Account.Number', 'data']
    .map((name) => ({ name }))
    .concat([{ name: 'title', type: 'text' }] as never[]),
};

const kindOf = (name: string, syntax: Parameters<typeof findSupplied>[1] = 'handlebars'): string => {
  const found = findSupplied(supply, syntax, { name });
  return typeof found === 'object' ? found.field.name : (found ?? 'nobody');
};

describe('a value is looked up as its engine would', () => {
  test.each([
    ['name', 'name'],
    ['Name', 'nobody'],
    ['@name', 'name'],
    ['$name', 'name'],
    ['order', 'whole'],
    ['order.total', 'order.total'],
    ['order.Total', 'nobody'],
    ['order.discount', 'nobody'],
    ['lines', 'whole'],
    ['lines.price', 'lines[].price'],
    ['lines[0].price', 'lines[].price'],
    ['lines.length', 'whole'],
    ['lines[].colour', 'nobody'],
    ['data.anything.at.all', 'open'],
    ['title.first', 'title'],
    ['title.other', 'nobody'],
    ['0', 'open'],
    ['9', 'nobody'],
  ])('%s → %s', (name, expected) => {
    expect(kindOf(name)).toBe(expected);
  });

  test('AMPscript does not tell capitals, and double parentheses neither capitals nor spaces', () => {
    expect(kindOf('account.number', 'ampscript')).toBe('Account.Number');
    expect(kindOf('first_name', 'parens')).toBe('First Name');
    expect(kindOf('first name')).toBe('nobody');
  });
});
