import { type Diff, type DiffItem, diffGroups } from '../../model/diff.js';
import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { groupDigits } from '../../text/numbers.js';
import { caution, changeWords, diffSentence, groupTitles, remarkOf, sizesOf } from './words.js';

const most = 100;

const itemRow = (item: DiffItem): string =>
  `| ${text(item.title)} | ${code(item.subject)} | ${text(sizesOf(item))} | ${text(remarkOf(item))} | ${code(item.fingerprint)} |`;

function group(title: string, items: readonly DiffItem[]): string[] {
  if (items.length === 0) return [];
  const rest = items.length - most;
  return [
    `### ${title}: ${groupDigits(items.length)}`,
    '',
    '| Finding | Where | How bad | | Id |',
    '|---|---|---|---|---|',
    ...items.slice(0, most).map(itemRow),
    ...(rest > 0 ? ['', `${groupDigits(rest)} more in the JSON.`] : []),
    '',
  ];
}

function list(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, most).map((item) => `- ${text(item)}`);
  return [
    `<details><summary>${title}: ${groupDigits(items.length)}</summary>`,
    '',
    ...shown,
    '',
    '</details>',
    '',
  ];
}

/** For a pull request or a wiki. */
export function renderDiffMarkdown(diff: Diff): string {
  const warning = caution(diff);
  const lines = [
    `## ${text(diff.ecosystem)}`,
    '',
    text(diffSentence(diff)),
    '',
    ...(warning === '' ? [] : [`**${text(warning)}**`, '']),
    ...diffGroups.flatMap((name) => group(groupTitles[name], diff[name])),
    ...list(
      'Coverage',
      diff.coverage.map(({ name, before, after }) => `${name.replaceAll('_', ' ')}: ${before} → ${after}`),
    ),
    ...list('What changed besides', diff.changes.map(changeWords)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
