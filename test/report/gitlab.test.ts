import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { gitlab } from '../../src/report/gitlab.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { pastReport } from './past.js';

const options = { color: false, width: 80, show: 'info', folder: 'data/bank' } as const;
const text = (report: Report): string => String(gitlab.render(report, options));
const issues = (report: Report) => JSON.parse(text(report)) as Record<string, unknown>[];

test('rich reads as written', async () => {
  await expect(text(richReport)).toMatchFileSnapshot('gitlab/rich.txt');
});

test('an issue has what Code Quality asks for', () => {
  const [, issue] = issues({ ...cleanReport, findings: [finding({ fingerprint: 'f1' })] });
  expect(issue).toEqual({
    type: 'issue',
    check_name: 'unsilo/preference/not-carried-over',
    description:
      'Choice not carried over: Customers who chose electronic delivery in Credit Cards still get paper from Mortgages.',
    categories: ['Bug Risk'],
    severity: 'critical',
    fingerprint: 'f1',
    location: { path: 'data/bank/exports/cards/preferences.csv', lines: { begin: 17 } },
  });
});

test('verdict and coverage are the first issue, rules not evaluated the last', () => {
  const all = issues(richReport);
  expect(all[0]).toMatchObject({ check_name: 'unsilo/coverage', severity: 'info' });
  expect(all.at(-1)).toMatchObject({ description: 'Not evaluated: needs message_values, master_values' });
});

test('no two issues have the same fingerprint', () => {
  const prints = issues(pastReport).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});

test('what is accepted stays, at the least severity and with the reason', () => {
  const accepted = issues(pastReport).find(({ fingerprint }) => fingerprint === 'f-known');
  expect(accepted).toMatchObject({ severity: 'info' });
  expect(accepted?.description).toMatch(/^Accepted by Head of Cards until 2026-06-30: /);
});
