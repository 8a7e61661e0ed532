import type { Report } from '../../model/report.js';
import { compareText } from '../../text/compare.js';
import type { LinkTargets } from '../reporter.js';

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const byLength = (a: string, b: string): number => b.length - a.length || compareText(a, b);

/** OSC 8: shown as the text alone, and opened by a click. https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
const link = (text: string, url: string): string => `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;

/** Makes rules, and files with a row, in lines of a report lead to their page and place. */
export function linkLines(lines: readonly string[], report: Report, targets: LinkTargets): string[] {
  const rules = [...new Set(report.findings.map(({ rule }) => rule))].sort(byLength);
  const files = [...new Set(report.findings.flatMap(({ evidence }) => evidence.map(({ file }) => file)))];
  if (rules.length === 0) return [...lines];
  const names = [
    `(?<rule>${rules.map(escapeRegExp).join('|')})(?![\\w/-])`,
    ...(files.length > 0 ? [`(?<file>${files.sort(byLength).map(escapeRegExp).join('|')}):\\d+`] : []),
  ];
  const pattern = new RegExp(`(?<![\\w/.-])(?:${names.join('|')})`, 'gu');
  return lines.map((line) =>
    line.replace(pattern, (text, ...rest) => {
      const { rule, file } = rest.at(-1) as { rule?: string; file?: string };
      const url = rule === undefined ? file && targets.file(file) : targets.rule(rule);
      return url ? link(text, url) : text;
    }),
  );
}
