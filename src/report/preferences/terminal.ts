import type { CauseRow, ConflictRow, Conflicts, PolicyChange } from '../../model/conflicts.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { groupDigits } from '../../text/numbers.js';
import { asOfDay } from '../parts/as-of.js';
import { causeWords } from '../parts/cause-words.js';
import { aboutField, classWords } from '../parts/choice-words.js';
import { countOf } from '../parts/shares.js';
import { labelled } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import { comparisonSentence, lagOf, rangeOf, summary } from './words.js';

/** Pairs of one cause that are written out. */
const most = 5;

const rangeWords = (row: { certain: number; persons: number }): string =>
  `${rangeOf(row)} ${row.persons === 1 ? 'person' : 'persons'}`;
const messageWords = (messages: number): string[] => (messages === 0 ? [] : [countOf(messages, 'message')]);

function pair(row: ConflictRow): string {
  const days = row.days_max === null ? [] : [`up to ${countOf(row.days_max, 'day')}`];
  const lag = lagOf(row) === '' ? [] : [`arrivals: ${lagOf(row)}`];
  const figures = [rangeWords(row), ...messageWords(row.messages), ...days, ...lag].join(', ');
  const way = row.path.length > 2 ? ` by ${row.path.slice(1, -1).join(', ')}` : '';
  return `${row.from_system_id} → ${row.to_system_id}${way}: ${aboutField(row.field)}, ${classWords[row.class]}: ${figures}`;
}

function cause(
  { cause: name, ...row }: CauseRow,
  rows: readonly ConflictRow[],
  all: boolean,
  style: Style,
): string[] {
  const own = rows.filter((one) => one.cause === name);
  const shown = all ? own : own.slice(0, most);
  const rest = own.length - shown.length;
  const figures = [rangeWords(row), countOf(row.pairs, 'pair'), ...messageWords(row.messages)].join(', ');
  return [
    '',
    ...labelled(style, '', 0, `${style.chalk.bold(causeWords(name))}: ${figures}`),
    ...shown.flatMap((one) => labelled(style, '', 2, pair(one), 3)),
    ...(rest > 0 ? [`  ${countOf(rest, 'more pair')}: --all, --format csv or --format json`] : []),
  ];
}

const change = ({ class: name, from_system_id, to_system_id, field, ...row }: PolicyChange): string =>
  `${from_system_id} → ${to_system_id}: ${aboutField(field)}, ${classWords[name]}: +${groupDigits(row.persons_added)} −${groupDigits(row.persons_removed)} persons, ${groupDigits(row.cells_before)} → ${groupDigits(row.cells_after)} cells`;

function comparison(conflicts: Conflicts, all: boolean, style: Style): string[] {
  if (conflicts.comparison === null) return [];
  const { changes } = conflicts.comparison;
  const shown = all ? changes : changes.slice(0, 2 * most);
  const rest = changes.length - shown.length;
  return [
    '',
    ...labelled(style, '', 0, comparisonSentence(conflicts)),
    ...shown.flatMap((one) => labelled(style, '', 2, change(one), 3)),
    ...(rest > 0 ? [`  ${countOf(rest, 'more pair')}: --all or --format json`] : []),
  ];
}

/** For people in a terminal: causes with most persons first, each with the pairs of systems it sets at odds. */
export function renderConflictsTerminal(
  raw: Conflicts,
  options: { color: boolean; width: number; all: boolean },
): string {
  const conflicts = cleanDeep(raw);
  const style = createStyle(options.color, options.width);
  const lines = [
    ...labelled(style, '', 0, `${conflicts.ecosystem}, ${asOfDay(conflicts.as_of)}`),
    ...labelled(style, '', 0, summary(conflicts)),
    ...conflicts.causes.flatMap((row) => cause(row, conflicts.rows, options.all, style)),
    ...comparison(conflicts, options.all, style),
  ];
  return `${lines.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n')}\n`;
}
