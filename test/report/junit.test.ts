import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../src/model/report.js';
import { junit } from '../../src/report/junit/index.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { pastReport } from './past.js';

const options = { color: false, width: 80, show: 'info' } as const;
const render = (report: Report): string => String(junit.render(report, { ...options, folder: 'data' }));
const schema = {
  fileName: 'junit-10.xsd',
  contents: readFileSync(new URL('./fixtures/junit-10.xsd', import.meta.url), 'utf8'),
};
const cases = (xml: string): string[] => xml.match(/<testcase[\s\S]*?(?:\/>|<\/testcase>)/g) ?? [];
const namesOf = (xml: string): string[] =>
  cases(xml).map((one) => /classname="([^"]*)" name="([^"]*)"/.exec(one)?.slice(1).join(' ') ?? '');

describe('JUnit XML', () => {
  it.each([
    ['clean', cleanReport],
    ['rich', richReport],
    ['past', pastReport],
    [
      'hostile',
      { ...cleanReport, findings: [finding({ message: 'a\ud800\uffff]]><b>\u0000&', title: '"' })] },
    ],
  ])('%s is valid by the schema of Jenkins', async (title, report) => {
    const xml = [{ fileName: `${title}.xml`, contents: render(report) }];
    expect(await validateXML({ xml, schema })).toMatchObject({ valid: true, errors: [] });
  });

  it('rich reads as written', async () => {
    await expect(render(richReport)).toMatchFileSnapshot('junit/rich.xml');
  });

  it('has a failure for each finding that fails the run, and only for these', () => {
    expect(render(richReport).match(/<failure /g)).toHaveLength(richReport.verdict.failing);
    expect(render(pastReport).match(/<failure /g)).toHaveLength(3);
  });

  it('skips what is accepted or below what fails, with the reason', () => {
    expect(render(pastReport)).toContain(
      '<skipped type="high" message="Accepted by Head of Cards until 2026-06-30: Replaced by the new card engine in May">',
    );
    expect(render(richReport)).toContain('<skipped type="low" message="low, below what fails: ');
  });

  it('passes rules without findings, and skips those not evaluated or switched off', () => {
    const [one, two] = richReport.manifest.rules;
    const rules = [
      { ...one!, off: 'no flows are declared' },
      two!,
      { ...one!, id: 'flow/fine', title: 'Fine' },
    ];
    const xml = render({ ...richReport, findings: [], manifest: { ...richReport.manifest, rules } });
    expect(xml).toContain('message="Switched off: no flows are declared"');
    expect(xml).toContain('message="Not evaluated: needs delivery_events"');
    expect(xml).toContain('<testcase classname="flow/fine" name="Fine" time="0"/>');
  });

  it('fails the verdict itself when no finding does but the run fails', () => {
    const verdict = {
      ...cleanReport.verdict,
      exit_code: 1,
      sentence: 'Strict: 1 rule not evaluated.',
    } as const;
    expect(render({ ...cleanReport, verdict })).toContain('<failure type="verdict" message="Strict: ');
  });

  it('calls no two cases the same', () => {
    for (const report of [richReport, pastReport]) {
      const names = namesOf(render(report));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('counts what it holds', () => {
    const xml = render(richReport);
    expect(xml).toContain(`tests="${cases(xml).length}" failures="4" errors="0"`);
  });
});
