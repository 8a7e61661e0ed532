import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { github } from '../../src/report/github.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { pastReport } from './past.js';

const options = { color: false, width: 80, show: 'info', folder: 'data/bank' } as const;
const lines = (report: Report): string[] => String(github.render(report, options)).trimEnd().split('\n');
const level = (line: string): string => /^::(\w+) /.exec(line)?.[1] ?? '';

test('rich reads as written', async () => {
  await expect(String(github.render(richReport, options))).toMatchFileSnapshot('github/rich.txt');
});

test('verdict and coverage come first', () => {
  expect(lines(cleanReport)).toHaveLength(1);
  expect(lines(cleanReport)[0]).toMatch(
    /^::notice title=unsilo passed%3A Corner Bank::No findings .* Seen: 2 of 2/,
  );
});

test('GitHub shows ten of a level: the worst are annotated, the rest is counted', () => {
  const findings = (['high', 'medium', 'low'] as const).flatMap((severity) =>
    Array.from({ length: 30 }, () => finding({ severity })),
  );
  const shown = lines({ ...cleanReport, findings });
  const count = (name: string) => shown.filter((line) => level(line) === name).length;
  expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10]);
  expect(shown.at(-1)).toMatch(/62 more findings: 20 high, 20 medium, 22 low\./);
});

test('what is accepted is counted and not annotated', () => {
  expect(lines(pastReport).filter((line) => level(line) === 'error')).toHaveLength(3);
  expect(lines(pastReport)[0]).toContain('1 finding suppressed, 1 finding fixed');
});

test('nothing of an input ends a command or begins another', () => {
  const hostile = '100%\r\n::error file=x::y, z: \u001b[31m##[add-mask]q';
  const evidence = [{ file: 'a,b:c%.csv', row: 2 }];
  const [, line] = lines({
    ...cleanReport,
    findings: [finding({ title: hostile, message: hostile, evidence })],
  });
  expect(line).toMatch(
    /^::error file=data\/bank\/a%2Cb%3Ac%25\.csv,line=2,title=high%3A 100%25 %3A%3Aerror file=x/,
  );
  expect(line).not.toMatch(/[\r\n]/);
  expect(line).not.toMatch(/##\w*\[/);
});
