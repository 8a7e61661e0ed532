import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffReports } from '../../../src/findings/history/diff.js';
import type { Diff, DiffItem } from '../../../src/model/diff.js';
import { diffSchema } from '../../../src/model/diff.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Report } from '../../../src/model/report.js';
import { diffFormats, diffRenderers } from '../../../src/report/diff/index.js';
import { caution } from '../../../src/report/diff/words.js';
import { cleanReport } from '../../report/fixtures.js';
import { estateOf, findingOf, ruleOf, someFindings, someWorld } from '../past.js';

type World = Parameters<typeof estateOf>[0];

/** A report of some findings in a world. */
function reportOf(findings: readonly Finding[], world: World = {}): Report {
  const { manifest, coverage, systems } = estateOf(world);
  return {
    ...cleanReport,
    manifest: { ...cleanReport.manifest, ...manifest },
    coverage: { ...cleanReport.coverage, ...coverage },
    systems: systems.map((system) => ({ ...system, name: '', silo: '', kind: null, owner: null })),
    findings: [...findings],
  };
}

const diff = (before: Report, after: Report): Diff => diffReports(before, after, { share: 0.2, least: 5 });
const ids = (items: readonly DiffItem[]): string[] => items.map(({ fingerprint }) => fingerprint).sort();
const someReport = fc.tuple(someFindings, someWorld).map(([findings, world]) => reportOf(findings, world));

describe('a difference', () => {
  it('of a snapshot and itself is empty', () => {
    fc.assert(
      fc.property(someReport, (report) => {
        const { new: added, worse, first_seen, unseen, better, fixed, ...rest } = diff(report, report);
        expect([added, worse, first_seen, unseen, better, fixed].flat()).toEqual([]);
        expect([rest.coverage, rest.changes, rest.unchanged]).toEqual([[], [], report.findings.length]);
      }),
    );
  });

  it('told the other way round has fixed for new, better for worse, first seen for out of sight', () => {
    fc.assert(
      fc.property(someReport, someReport, (one, other) => {
        const [there, back] = [diff(one, other), diff(other, one)];
        expect(ids(there.new)).toEqual(ids(back.fixed));
        expect(ids(there.fixed)).toEqual(ids(back.new));
        expect(ids(there.worse)).toEqual(ids(back.better));
        expect(ids(there.unseen)).toEqual(ids(back.first_seen));
        expect(there.unchanged).toBe(back.unchanged);
      }),
    );
  });

  it('fits its schema and ends with a newline in every format', () => {
    fc.assert(
      fc.property(someReport, someReport, (one, other) => {
        const difference = diff(one, other);
        expect(diffSchema.parse(difference)).toEqual(difference);
        for (const format of diffFormats) expect(diffRenderers[format](difference, 80)).toMatch(/[^\n]\n$/);
      }),
      { numRuns: 20 },
    );
  });

  it('does not take what its rule no longer finds for fixed when the rule is off', () => {
    const off = { rules: [ruleOf('sample/one', { off: 'no' })] };
    const { fixed, unseen } = diff(reportOf([findingOf()]), reportOf([], off));
    expect([fixed.length, unseen.map(({ why }) => why)]).toEqual([0, ['rule_off']]);
  });

  it('says what may come from a changed parameter rather than from the world', () => {
    const rules = (max_rate: number) => ({ rules: [ruleOf('sample/one', { parameters: { max_rate } })] });
    const difference = diff(reportOf([], rules(0.05)), reportOf([findingOf()], rules(0.01)));
    expect(difference.changes).toEqual([
      { kind: 'parameter', name: 'sample/one.max_rate', before: '0.05', after: '0.01' },
    ]);
    expect(difference.new).toMatchObject([{ rule_changed: true }]);
    expect(caution(difference)).toBe(
      '1 difference may come from a changed rule or parameter rather than from the world.',
    );
  });

  it('says nothing of the kind when only the sources changed', () => {
    expect(caution(diff(reportOf([]), reportOf([findingOf()])))).toBe('');
  });

  it('lets no hostile text through', () => {
    const text = '\u001b[31m<script>|x\n::error::y';
    const hostile = findingOf({ rule: 'sample/one', subject: text, title: text });
    const difference = diff(reportOf([]), { ...reportOf([hostile]), ecosystem: text });
    for (const format of diffFormats) {
      const rendered = diffRenderers[format](difference, 80);
      expect(rendered).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(rendered).not.toMatch(/^\s*::/m);
      if (format === 'markdown') expect(rendered).not.toContain('<script>');
    }
  });
});
