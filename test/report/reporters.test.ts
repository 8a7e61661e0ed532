import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { type Format, reporters } from '../../src/report/index.js';
import { cleanReport, finding, richReport } from './fixtures.js';

const options = { color: false, width: 80, show: 'info' } as const;
const hostile = fc
  .array(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '</title><img src=x onerror=alert(1)>',
      '\u001b[31m',
      '\u001b]0;x\u0007',
      '\u009b1m',
      '\u202e',
      '\u2066',
      ']]>',
      '-->',
      '"',
      "'",
      '\\u0041`',
      '&lt;',
      '\r\n',
      '\u0000',
      '##[add-mask]x',
      '##vso[task.complete]',
      '\n::error::x',
      '=1+1',
      '| a | @me [b](javascript:c) `d`',
      'شرکت',
      'x'.repeat(200),
      ' ',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const accepted = { created: '2026-03-01', expires: '2026-06-30' };
const size = { severity: 'high', persons: 3, messages: null } as const;

/** The rich report with one text in every place a text of an input can get to. */
function poisoned(text: string): Report {
  const poison = finding({
    title: text,
    message: text,
    remediation: text,
    subject: `pair:${text}>mortgage/${text}`,
    fingerprint: text,
    rule: `${text}/${text}`,
    path: [text, 'hub', text],
    evidence: [{ file: text, row: 2, column: text }],
    owners: [{ role: 'owner', owner_id: text, name: text }],
    args: { [text]: [text] },
    status: 'worse',
  });
  const suppressed = { ...poison, suppression: { ...accepted, reason: text, owner: text } };
  const past = { fingerprint: text, rule: text, title: text, subject: text, ...size };
  const [group] = richReport.error_groups;
  return {
    ...richReport,
    ecosystem: text,
    verdict: { ...richReport.verdict, sentence: text },
    findings: [poison, suppressed, ...richReport.findings],
    fixed: [{ ...past, fixed: '2026-03-31' }],
    unseen: [{ ...past, why: 'source_gone', what: [text], last_seen: '2026-03-01' }],
    error_groups: [
      { ...group!, origin: text, pattern: text, same_rows_as: [text], fingerprint: text, verdict: text },
    ],
    roots: [{ ...richReport.roots[0]!, system_id: text, findings: [text] }],
    signatures: [{ signature: `hard ${text}>${text}/${text}`, persons: 1, messages: 1 }],
    systems: richReport.systems.map((system) => ({ ...system, name: text, silo: text })),
    coverage: {
      ...richReport.coverage,
      systems_without_data: [text],
      not_evaluated: [{ rule: text, missing: [text] }],
    },
    manifest: {
      ...richReport.manifest,
      baseline: { file: text, sha256: text, entries: 1, today: '2026-04-01' },
      against: { file: text, sha256: text, as_of: '2026-03-01T00:00:00Z' },
      policy: text,
      inputs: richReport.manifest.inputs.map((input) => ({ ...input, file: text, rows_set_aside: 1 })),
      rules: richReport.manifest.rules.map((rule) => ({ ...rule, parameters: { [text]: text } })),
    },
  };
}

const obeyed = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066\u2067]|##\w*\[/u;

describe.each(Object.keys(reporters) as Format[])('%s', (format) => {
  const render = async (report: Report): Promise<string> =>
    String(await (await reporters[format]()).render(report, options));

  test('ends with one newline, is the same twice, and names no absolute path', async () => {
    for (const report of [cleanReport, richReport]) {
      const text = await render(report);
      expect(text).toMatch(/[^\n]\n$/);
      expect(await render(structuredClone(report))).toBe(text);
      expect(text).not.toContain(process.cwd());
      expect(text).not.toMatch(/file:\/\/|\/(home|root|tmp|Users)\//);
    }
  });

  test('mentions how many findings are suppressed, also when none is', async () => {
    if (format === 'csv') return expect(await render(richReport)).toMatch(/,suppressed,/);
    expect(await render(richReport)).toMatch(/3 findings suppressed|"suppressed": 3/);
    expect(await render(cleanReport)).toMatch(/0 findings suppressed|"suppressed": 0/);
  });

  test('lets no hostile text through', async () => {
    const page = (await render(richReport)).match(/<script/g)?.length ?? 0;
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const rendered = await render(poisoned(text));
        expect(rendered).not.toMatch(obeyed);
        if (format !== 'github') expect(rendered).not.toMatch(/^\s*::/m);
        if (format !== 'html') return;
        expect(rendered.match(/<script/g)?.length ?? 0).toBe(page);
        expect(rendered).not.toMatch(/<img|<script>alert/);
      }),
      { numRuns: 40 },
    );
  });
});
