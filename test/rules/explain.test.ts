import { describe, expect, it } from 'vitest';
import { renderExplanation } from '../../src/rules/explain.js';
import { renderRuleList } from '../../src/rules/list.js';
import { ruleWith, selectOf } from './sample-pack.js';

const rule = ruleWith(selectOf(), {
  code: 'S1',
  parameters: { names: { type: 'list', default: ['a'], doc: 'names that count' } },
});

describe('explaining a rule', () => {
  it('gives its page with place, present parameters, sources and how to switch it off', () => {
    const text = renderExplanation(rule, { rules: { 'sample/one': { parameters: { names: ['b', 'c'] } } } });
    expect(
      text.startsWith('# Sample\n\n`sample/one` (S1), since 0.1.0, at most certain\n\n## What it finds\n'),
    ).toBe(true);
    expect(text).toContain('\n- `names` = b, c (list; usually a): names that count\n');
    expect(
      text.endsWith(
        '\n- practice: samples\n\n## Switching it off\n\nIn unsilo.yaml, with a reason:\n\n    rules:\n      sample/one:\n        off: why it does not apply here\n',
      ),
    ).toBe(true);
  });

  it('says when the rule is off', () => {
    const text = renderExplanation(rule, { rules: { 'sample/one': { off: 'no branches' } } });
    expect(text).toContain('It is switched off: no branches. In unsilo.yaml:');
  });
});

describe('listing rules', () => {
  it.each([
    ['text', 'sample/one  Sample\n'],
    [
      'markdown',
      '| rule | code | finds | harm |\n|---|---|---|---|\n| [`sample/one`](sample/one/README.md) | S1 | Sample | waste |\n',
    ],
    [
      'json',
      `${JSON.stringify([{ id: 'sample/one', code: 'S1', title: 'Sample', harms: 'waste', since: '0.1.0', origin: 'unsilo' }], null, 2)}\n`,
    ],
  ] as const)('as %s', (format, expected) => {
    expect(renderRuleList([rule], format)).toBe(expected);
  });
});
