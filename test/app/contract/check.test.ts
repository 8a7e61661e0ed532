import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkContract } from '../../../src/app/contract/check.js';
import { gapsOf } from '../../../src/gate/contract-gaps.js';
import { stalenessOf } from '../../../src/gate/staleness.js';

const file = fileURLToPath(
  new URL('../../../fixtures/example-templates/unsilo.contract.json', import.meta.url),
);

test('a contract that is good is summed up, with what it lacks and which rules go without', async () => {
  const { text, isStale } = await checkContract(file, '2026-07-10');
  expect(isStale).toBe(false);
  expect(text).toContain('60 communications');
  expect(text).toContain('(gate/changed-after-approval)');
  expect(text).not.toContain('no domains');
});

test('one past its end is stale', async () => {
  const { text, isStale } = await checkContract(file, '2036-07-10');
  expect(isStale).toBe(true);
  expect(text).toContain('stale since 2031-06-30');
});

test.each([
  ['2026-07-31', undefined],
  ['2026-08-01', undefined],
  ['2026-08-02', 1],
  ['2027-08-01', 365],
])('on %s a contract until 2026-08-01 has been stale for %s days', (today, days) => {
  expect(stalenessOf({ valid_until: '2026-08-01T00:00:00Z' }, today)).toBe(days);
});

test('a contract of nothing lacks what concerns it as a whole', () => {
  const gaps = gapsOf({ communications: [], opt_out_targets: [], consent: [], owned_domains: [] } as never);
  expect(gaps.flatMap(({ rules }) => rules)).toEqual([
    'link/unowned-domain',
    'unsubscribe/dead-target',
    'consent/purpose-mismatch',
  ]);
});
