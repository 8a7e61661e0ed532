import { expect, test } from 'vitest';
import { onlyOf } from '../../src/app/intake/only-of.js';
import type { Question, Questions } from '../../src/model/intake.js';
import { inventoryOf } from '../intake/inventory.js';

const asked = (owner_id: string | null, owner: string | null): Question => ({
  topic: 'nothing_listed',
  owner_id,
  owner,
  contact: null,
  subject: 'system:crm',
  table: null,
  place: null,
  question: `of ${owner_id}`,
  args: {},
});
const rows = inventoryOf({
  owners: [
    { owner_id: 'ann', name: 'Ann Example' },
    { owner_id: 'bob', name: 'Bob Example' },
  ],
  silos: [{ silo_id: 'retail', name: 'Retail', owner: 'cards-team' }],
});
const said: Questions = {
  ecosystem: 'bank',
  language: 'en',
  compared: false,
  questions: [asked('ann', 'Ann Example'), asked(null, null)],
};

test.each([
  ['ann', ['of ann']],
  ['Ann Example', ['of ann']],
  ['none', ['of null']],
  ['bob', []],
  ['cards-team', []],
])('%s has these questions to answer', (owner, questions) => {
  expect(onlyOf(said, rows, owner).questions.map(({ question }) => question)).toEqual(questions);
});

test('whom the inventory does not name is asked about', () => {
  expect(() => onlyOf(said, rows, 'bobb')).toThrow("the inventory names no owner 'bobb'");
});
