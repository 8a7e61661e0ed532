import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/gate/checks/index.js';
import { testGateRule } from '../../src/gate/test-rule.js';
import { readTemplateRules } from '../../src/rules/read-template-rules.js';
import { readParts } from '../../src/templates/read/index.js';

const rules = await readTemplateRules(fileURLToPath(new URL('../../rules', import.meta.url)));

test('every rule about templates has a check, and every check a rule', () => {
  expect(Object.keys(checks).sort()).toEqual(rules.map(({ id }) => id));
});

test('no code of a rule is used twice', () => {
  const codes = rules.flatMap(({ definition: { code } }) => code ?? []);
  expect(codes).toEqual([...new Set(codes)]);
});

describe.each(rules)('$id', (rule) => {
  test.each(testGateRule(rule, readParts))('$kind: $title', ({ problems }) => {
    expect(problems).toEqual([]);
  });
});
