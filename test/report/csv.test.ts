import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { csv } from '../../src/report/csv.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { pastReport } from './past.js';

const options = { color: false, width: 80, show: 'info' } as const;
const render = (report: Report): string => String(csv.render(report, options));
const read = (report: Report) => parse(render(report), { columns: true }) as Record<string, string>[];

test('rich reads as written', async () => {
  await expect(render(richReport)).toMatchFileSnapshot('csv/rich.csv');
});

test('a finding is a row, worst first, under columns that stay', () => {
  const rows = read(richReport);
  expect(rows.map(({ fingerprint }) => fingerprint)).toEqual(
    richReport.findings.map((one) => one.fingerprint),
  );
  expect(rows[2]).toMatchObject({
    severity: 'high',
    persons: '1204',
    persons_of: '8412',
    file: 'exports/cards/preferences.csv',
    row: '17',
    column: 'paperless',
  });
});

test('what is accepted is marked, with the reason', () => {
  expect(read(pastReport).map(({ status, suppressed }) => `${status} ${suppressed}`)).toEqual([
    'new no',
    'worse no',
    'known yes',
    'regressed no',
  ]);
  expect(read(pastReport)[2]).toMatchObject({ suppression_owner: 'Head of Cards' });
});

test('an estate without findings has the header alone', () => {
  expect(render(cleanReport).split('\n')).toHaveLength(2);
});

test.each(["=cmd|'/c calc'!A1", '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' \u0000=1', 'a;=1'])(
  'no cell runs as a formula: %j',
  (title) => {
    const line =
      render({ ...cleanReport, findings: [finding({ title, message: title })] }).split('\n')[1] ?? '';
    expect(line).not.toMatch(/(?:^|[,;\t]\s*"?)[=+@-](?!\d+[,"]|$)/);
  },
);
