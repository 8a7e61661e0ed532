import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/findings/context.js';
import { judge } from '../../src/findings/judge.js';
import type { Verdict } from '../../src/model/report.js';
import { readPolicy } from '../../src/rules/read-packs.js';
import { contextOf, fullCoverage, sampleHit, sampleRule } from './samples.js';

const policy = await readPolicy(fileURLToPath(new URL('../../rules', import.meta.url)));
const rules = [
  sampleRule('sample/one', ['choice_lost', 'wrong_identity', 'data_quality', 'doubtful']),
  sampleRule('sample/two', [], { code: 'S2' }),
];
const hits = (...harms: string[]) => harms.map((harm, i) => sampleHit({ case: harm, subject: `field:${i}` }));
const coverage = (parts: Partial<Context['coverage']>) => ({ coverage: { ...fullCoverage, ...parts } });
const unevaluated = coverage({ not_evaluated: [{ rule: 'sample/two', missing: ['flows'] }] });
const off = [{ rule: 'sample/two', reason: 'does not apply' }];

type Expected = readonly [Verdict['status'], Verdict['exit_code'], number, string];
const cases: readonly (readonly [string, string[], Partial<Context>, Expected])[] = [
  ['nothing found, everything seen', [], {}, ['clean', 0, 0, 'No finding at or above high.']],
  ['one finding at the level', ['choice_lost'], {}, ['findings', 1, 1, '1 finding at or above high.']],
  ['findings below the level', ['wrong_identity'], {}, ['clean', 0, 0, 'No finding at or above high.']],
  [
    'a lower level',
    ['wrong_identity', 'choice_lost'],
    { failOn: 'low' },
    ['findings', 1, 2, '2 findings at or above low.'],
  ],
  [
    'never fails on findings',
    ['choice_lost'],
    { failOn: 'never' },
    ['findings', 0, 0, '1 finding; none can fail this run.'],
  ],
  ['never, and nothing found', [], { failOn: 'never' }, ['clean', 0, 0, 'No findings.']],
  [
    'nothing found in a third of the estate',
    [],
    coverage({ systems_known: 12, systems_with_data: 4 }),
    ['clean', 0, 0, 'No finding at or above high. This is no clean bill: data of 4 of 12 systems.'],
  ],
  [
    'findings, and more may be hidden',
    ['choice_lost'],
    { ...coverage({ rows_set_aside: 1200 }), off },
    [
      'findings',
      1,
      1,
      '1 finding at or above high. There may be more: 1\u202f200 rows set aside, 1 rule switched off.',
    ],
  ],
  [
    'a rule not evaluated is said',
    [],
    unevaluated,
    ['clean', 0, 0, 'No finding at or above high. This is no clean bill: 1 rule not evaluated.'],
  ],
  [
    'a required rule not evaluated fails',
    [],
    { ...unevaluated, config: { require: ['S2'] } },
    [
      'findings',
      1,
      0,
      'No finding at or above high. Required and not evaluated: sample/two. There may be more: 1 rule not evaluated.',
    ],
  ],
  [
    'a required rule switched off fails, even when findings never do',
    [],
    { off, config: { require: ['sample/two'] }, failOn: 'never' },
    [
      'findings',
      1,
      0,
      'No findings. Required and not evaluated: sample/two. There may be more: 1 rule switched off.',
    ],
  ],
  [
    'strict fails on rules not evaluated',
    [],
    { ...unevaluated, strict: true },
    [
      'findings',
      1,
      0,
      'No finding at or above high. Strict: 1 rule not evaluated. There may be more: 1 rule not evaluated.',
    ],
  ],
  [
    'strict fails on doubtful data',
    ['doubtful'],
    { ...coverage({}), strict: true },
    ['findings', 1, 0, 'No finding at or above high. Strict: 1 finding about the quality of the data.'],
  ],
  [
    'strict fails on rows set aside',
    ['data_quality'],
    { ...coverage({ rows_set_aside: 3 }), strict: true },
    [
      'findings',
      1,
      0,
      'No finding at or above high. Strict: 3 rows set aside. There may be more: 3 rows set aside.',
    ],
  ],
];

describe('the verdict', () => {
  it.each(cases)('%s', (_, harms, context, [status, exit_code, failing, sentence]) => {
    const { verdict } = judge(hits(...harms), policy, contextOf({ rules, ...context }));
    expect(verdict).toEqual({ status, fail_on: context.failOn ?? 'high', failing, exit_code, sentence });
  });
});
