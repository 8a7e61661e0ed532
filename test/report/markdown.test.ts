import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { markdown } from '../../src/report/markdown/index.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { pastReport } from './past.js';

const options = { color: false, width: 80, show: 'info' } as const;
const render = (report: Report, maxBytes?: number): string =>
  String(markdown.render(report, { ...options, ...(maxBytes !== undefined && { maxBytes }) }));
/** As the forge renders it, HTML in it included. */
const html = (report: Report): string =>
  micromark(render(report), { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
const tags = (page: string): string[] => [...new Set(page.match(/<\/?[a-z]\w*[^>]*>/g) ?? [])].sort();

describe('Markdown', () => {
  it.each([
    ['clean', cleanReport],
    ['rich', richReport],
    ['past', pastReport],
  ])('%s reads as written', async (situation, report) => {
    await expect(render(report)).toMatchFileSnapshot(`markdown/${situation}.md`);
  });

  it('shows the verdict, the coverage, the counts and where to begin on one screen', () => {
    const screen = render(richReport).split('<details>')[0] ?? '';
    expect(screen).toMatch(
      /^## Failed: [\s\S]*\*\*4 findings at or above high\.[\s\S]*Seen: [\s\S]*What first/,
    );
    expect(screen.split('\n').length).toBeLessThan(40);
  });

  it('is made of these tags alone, whatever the input says', () => {
    const hostile =
      '<script>x</script> [a](javascript:x) ![i](http://x.example/i.png) **b** `c` | @me #1 www.x.example https://x.example <details> --> ~~s~~ \\';
    const one = finding({
      title: hostile,
      message: hostile,
      remediation: hostile,
      rule: hostile,
      fingerprint: hostile,
      evidence: [{ file: hostile, row: 1, column: hostile }],
      owners: [{ role: 'owner', owner_id: 'o', name: hostile }],
    });
    const report: Report = {
      ...richReport,
      ecosystem: hostile,
      verdict: { ...richReport.verdict, sentence: hostile },
      findings: [one],
      coverage: { ...richReport.coverage, not_evaluated: [{ rule: hostile, missing: [hostile] }] },
      systems: richReport.systems.map((system) => ({ ...system, name: hostile })),
    };
    const usual = tags(html(pastReport));
    expect(tags(html(report)).filter((tag) => !usual.includes(tag))).toEqual(
      ['</ol>', '<ol>'].filter((tag) => !usual.includes(tag)),
    );
    expect(html(report)).not.toMatch(/@me|#1|:\/\/|www\./);
  });

  it('keeps to the room it is given, and counts what it leaves out', () => {
    const report = { ...cleanReport, findings: Array.from({ length: 200 }, () => finding()) };
    const whole = render(report);
    const short = render(report, 20_000);
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(20_000);
    const listed = short.match(/not-carried-over-7f3a21c4/g)?.length ?? 0;
    expect(short).toContain(`${200 - listed} more findings are left out`);
    expect(whole).not.toContain('left out');
  });

  it('closes in a short page what it opens', () => {
    const report = { ...richReport, findings: Array.from({ length: 50 }, () => finding()) };
    for (const room of [3_000, 8_000, 12_345]) {
      const page = render(report, room);
      expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
    }
  });
});
