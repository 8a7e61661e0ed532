import { type Diff, type DiffItem, diffGroups } from '../../model/diff.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { groupDigits } from '../../text/numbers.js';
import { wrap } from '../parts/width.js';
import { caution, changeWords, diffSentence, groupTitles, remarkOf, sizesOf } from './words.js';

const most = 20;

function cut(lines: readonly string[]): string[] {
  const rest = lines.length - most;
  return rest > 0
    ? [...lines.slice(0, most), `${groupDigits(rest)} more: --format json shows all`]
    : [...lines];
}

function itemText(item: DiffItem): string {
  const remark = remarkOf(item);
  return `${item.rule}, ${item.subject} (${item.fingerprint}): ${sizesOf(item)}${remark === '' ? '' : `; ${remark}`}`;
}

/** For people in a terminal. */
export function renderDiffTerminal(raw: Diff, columns: number): string {
  const diff = cleanDeep(raw);
  const width = Math.max(72, Math.min(columns, 110));
  const hanging = (text: string): string[] =>
    wrap(text, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
  const section = (title: string, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : ['', title, ...cut(texts).flatMap(hanging)];
  const lines = [
    ...wrap(`${diff.ecosystem}. ${diffSentence(diff)}`, width),
    ...wrap(caution(diff), width).filter((line) => line !== ''),
    ...diffGroups.flatMap((group) => section(groupTitles[group], diff[group].map(itemText))),
    ...section(
      'Coverage',
      diff.coverage.map(({ name, before, after }) => `${name.replaceAll('_', ' ')}: ${before} → ${after}`),
    ),
    ...section('What changed besides', diff.changes.map(changeWords)),
  ];
  return `${lines.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n')}\n`;
}
