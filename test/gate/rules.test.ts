import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/gate/checks/index.js';
import { toLists } from '../../src/gate/lists/word-list.js';
import { testGateRule } from '../../src/gate/test-rule.js';
import { readLists } from '../../src/rules/read-lists.js';
import { readTemplateRules } from '../../src/rules/read-template-rules.js';
import { readParts } from '../../src/templates/read/index.js';

const folder = fileURLToPath(new URL('../../rules', import.meta.url));
const rules = await readTemplateRules(folder);
const lists = toLists(await readLists(folder));

test('every rule about templates has a check, and every check a rule', () => {
  expect(Object.keys(checks).sort()).toEqual(rules.map(({ id }) => id));
});

test('no code of a rule is used twice', () => {
  const codes = rules.flatMap(({ definition: { code } }) => code ?? []);
  expect(codes).toEqual([...new Set(codes)]);
});

describe.each(rules)('$id', (rule) => {
  test.each(testGateRule(rule, readParts, lists))('$kind: $title', ({ problems }) => {
    expect(problems).toEqual([]);
  });
});
