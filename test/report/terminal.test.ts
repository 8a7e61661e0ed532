import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { displayWidth } from '../../src/report/parts/width.js';
import { terminal } from '../../src/report/terminal/index.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { comparedReport } from './past.js';

const plain = { color: false, width: 80, show: 'info' } as const;
const render = (report: Report, options: Parameters<typeof terminal.render>[1] = plain): string =>
  String(terminal.render(report, options));
const withFindings = (...findings: Report['findings']): Report => ({ ...cleanReport, findings });

test.each([
  ['clean', cleanReport, plain],
  ['rich', richReport, plain],
  ['rich-from-medium', richReport, { ...plain, show: 'medium' }],
  ['compared', comparedReport, plain],
  ['rich-in-colour', richReport, { ...plain, color: true }],
] as const)('%s reads as written', async (situation, report, options) => {
  await expect(render(report, options)).toMatchFileSnapshot(`terminal/${situation}.txt`);
});

test('colour adds nothing but colour', () => {
  expect(stripVTControlCharacters(render(richReport, { ...plain, color: true }))).toBe(render(richReport));
});

test.each([80, 100, 200])(
  'the first screen of %i columns takes at most 24 lines and ends in the verdict',
  (width) => {
    const long = 'An unusually long name that goes on '.repeat(12);
    const report: Report = {
      ...richReport,
      ecosystem: long,
      verdict: { ...richReport.verdict, sentence: long },
      coverage: { ...richReport.coverage, systems_without_data: [long, long, long, long] },
      findings: [1, 2, 3, 4].map(() => finding({ message: long })),
      systems: richReport.systems.map((system) => ({ ...system, silo: `${system.silo} ${long}` })),
    };
    const screen = render(report, { ...plain, width })
      .split('\n')
      .slice(0, 24);
    expect(screen.some((line) => line.startsWith('Verdict'))).toBe(true);
    expect(screen.some((line) => line.startsWith('Whom'))).toBe(true);
  },
);

test.each([72, 80, 110])('no line is wider than %i columns', (width) => {
  const report = withFindings(finding({ title: 'x'.repeat(300), message: '家'.repeat(200), harm: 'x' }));
  const lines = [...render(richReport, { ...plain, width }), '\n', ...render(report, { ...plain, width })]
    .join('')
    .split('\n');
  expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
});

test('long groups are cut, with a count of the rest and how to see it', () => {
  const many = Array.from({ length: 25 }, (_, index) => finding({ fingerprint: `f-${index}` }));
  const text = render(withFindings(...many));
  expect(text).toContain('15 more high findings: --format html or --format json shows all.');
  expect(text.match(/▲ high {6}Choice not carried over/g)).toHaveLength(10);
});

test('text from inputs cannot steer the terminal', () => {
  const message = 'red\u001b[31m \u001b]0;title\u0007link \u202etxt.exe\u0000\u009b2J end\r\nnext';
  const text = render(withFindings(finding({ message })));
  expect(text).toContain('  red link txt.exe end next\n');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
});
