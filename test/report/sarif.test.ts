import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { sarif } from '../../src/report/sarif/index.js';
import { fits, renderFitting } from '../../src/report/sarif/limits.js';
import { uriOf } from '../../src/report/sarif/results.js';
import { message } from '../../src/report/sarif/text.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { pastReport } from './past.js';

const options = { color: false, width: 80, show: 'info' } as const;
const text = (report: Report, folder?: string): string =>
  String(sarif.render(report, { ...options, ...(folder !== undefined && { folder }) }));
const log = (report: Report, folder?: string) => JSON.parse(text(report, folder));
const run = (report: Report, folder?: string) => log(report, folder).runs[0];
const withFindings = (...findings: Report['findings']): Report => ({ ...cleanReport, findings });

const isUri = (value: string): boolean => URL.canParse(value);
const isReference = (value: string): boolean => URL.canParse(value, 'file:///base/');
/** The official schema, written in draft 4: only its name for the identifier differs from what the validator knows. */
function officialSchema() {
  const {
    id: _,
    $schema: __,
    ...schema
  } = JSON.parse(readFileSync(new URL('./fixtures/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
  const formats = { uri: isUri, 'uri-reference': isReference, 'date-time': true } as const;
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
}

describe('SARIF', () => {
  const validate = officialSchema();

  it.each([
    ['clean', cleanReport],
    ['rich', richReport],
    ['past', pastReport],
  ])('%s is valid by the official schema', (_, report) => {
    validate(log(report, 'data/bank'));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('rich reads as written', async () => {
    await expect(text(richReport, 'data/bank')).toMatchFileSnapshot('sarif/rich.sarif');
  });

  it('names every rule, and grades it by its worst finding', () => {
    const rules = run(withFindings(finding({ rule: 'flow/one-way', severity: 'medium' }))).tool.driver.rules;
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      id: 'flow/one-way',
      defaultConfiguration: { level: 'warning' },
      properties: { 'security-severity': '5.5' },
    });
  });

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'note'],
    ['info', 'note'],
  ] as const)('%s becomes %s', (severity, level) => {
    expect(run(withFindings(finding({ severity }))).results[0].level).toBe(level);
  });

  it('knows a finding from run to run by its fingerprint', () => {
    expect(
      run(withFindings(finding({ fingerprint: '9c889bc0b7f39af1' }))).results[0].partialFingerprints,
    ).toEqual({
      'unsilo/v1': '9c889bc0b7f39af1',
      primaryLocationLineHash: '9c889bc0b7f39af1:1',
    });
  });

  it('points at the first place, lists the others, and names the subject', () => {
    const evidence = [
      { file: 'in/a b#1.csv', row: 7, column: 'x' },
      { file: 'b.csv', row: 2 },
    ];
    const [result] = run(
      withFindings(finding({ evidence, subject: 'system:core/email', path: [] })),
      'data',
    ).results;
    expect(result.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'data/in/a%20b%231.csv', uriBaseId: '%SRCROOT%' },
          region: { startLine: 7 },
        },
        message: { text: 'column x' },
        logicalLocations: [{ fullyQualifiedName: 'system:core/email', kind: 'system' }],
      },
    ]);
    expect(result.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('data/b.csv');
  });

  it.each([
    ['without evidence', []],
    ['outside the folder', [{ file: '../../etc/passwd', row: 3 }]],
    ['with an absolute path', [{ file: '/etc/passwd', row: 3 }]],
  ])('a finding %s stands at the configuration', (_, evidence) => {
    const [result] = run(withFindings(finding({ evidence })), 'data').results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('data/unsilo.yaml');
    expect(JSON.stringify(result)).not.toContain('passwd');
  });

  it('marks what is accepted and never drops it', () => {
    const { results } = run(pastReport);
    expect(results.map((result: Record<string, unknown>) => result.baselineState)).toEqual([
      'new',
      'updated',
      'unchanged',
      'new',
      'absent',
    ]);
    expect(results[2].suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Replaced by the new card engine in May',
        properties: { owner: 'Head of Cards', created: '2026-03-01', expires: '2026-06-30' },
      },
    ]);
    expect(results.filter((result: Record<string, unknown>) => result.suppressions)).toHaveLength(1);
  });

  it('says first what the verdict is and what was seen, then which rules were not evaluated', () => {
    const [invocation] = run(richReport).invocations;
    const said = invocation.toolExecutionNotifications.map(
      (one: { message: { text: string } }) => one.message.text,
    );
    expect(said[0]).toBe(richReport.verdict.sentence);
    expect(said[1]).toMatch(/^Seen: 7 of 9 systems/);
    expect(invocation.exitCode).toBe(1);
    expect(
      invocation.toolConfigurationNotifications.map((one: Record<string, unknown>) => one.associatedRule),
    ).toEqual([{ id: 'delivery/failure-rate', index: 1 }, { id: 'error/wrong-name' }]);
  });

  it('leaves the least severe out beyond what GitHub takes, and says how many', () => {
    const findings = Array.from({ length: 25_003 }, (_, index) => finding({ fingerprint: `f${index}` }));
    const cut = run(withFindings(...findings));
    expect(cut.results).toHaveLength(25_000);
    expect(JSON.stringify(cut.invocations)).toContain('3 findings are left out');
  });

  it('tries ever fewer results until the compressed file is small enough', () => {
    const noise = createHash('shake256', { outputLength: 2_250_000 }).update('noise').digest('base64');
    expect(fits(noise.repeat(8))).toBe(false);
    expect(renderFitting(8, (most) => noise.repeat(most))).toBe(noise.repeat(4));
  });

  it('has no place in a message where something is filled in or linked', () => {
    expect(message('{0} [here](javascript:x) {name}').text).toBe('{{0}} [here] (javascript:x) {name}');
  });

  it('spells out in an address what is no letter of one', () => {
    expect(uriOf('a b/%0A::error::/"<x>.csv')).toBe('a%20b/%250A%3A%3Aerror%3A%3A/%22%3Cx%3E.csv');
  });
});
