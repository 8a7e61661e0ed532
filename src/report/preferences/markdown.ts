import type { CauseRow, ConflictRow, Conflicts, PolicyChange } from '../../model/conflicts.js';
import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { groupDigits } from '../../text/numbers.js';
import { headOfList, row } from '../markdown/table.js';
import { causeWords } from '../parts/cause-words.js';
import { aboutField, classWords } from '../parts/choice-words.js';
import { countOf } from '../parts/shares.js';
import { comparisonSentence, lagOf, rangeOf, summary } from './words.js';

const most = 100;
const more = (rest: number): string[] => (rest > 0 ? ['', `${groupDigits(rest)} more in the JSON.`] : []);

const pair = (one: ConflictRow): string =>
  row([
    text(classWords[one.class]),
    `${code(one.from_system_id)} → ${code(one.to_system_id)}`,
    text(aboutField(one.field)),
    code(one.path.join(' > ')),
    text(lagOf(one)),
    rangeOf(one),
    groupDigits(one.messages),
  ]);

function cause({ cause: name, ...own }: CauseRow, rows: readonly ConflictRow[]): string[] {
  const pairs = rows.filter((one) => one.cause === name);
  return [
    `### ${text(causeWords(name))}: ${rangeOf(own)} persons`,
    '',
    ...headOfList(['What', 'From → to', 'About', 'Way', 'Arrivals', 'Persons', 'Messages']),
    ...pairs.slice(0, most).map(pair),
    ...more(pairs.length - most),
    '',
  ];
}

const change = (one: PolicyChange): string =>
  row([
    `${code(one.from_system_id)} → ${code(one.to_system_id)}`,
    text(aboutField(one.field)),
    text(classWords[one.class]),
    groupDigits(one.persons_added),
    groupDigits(one.persons_removed),
    `${groupDigits(one.cells_before)} → ${groupDigits(one.cells_after)}`,
  ]);

function comparison(conflicts: Conflicts): string[] {
  if (conflicts.comparison === null) return [];
  const { changes } = conflicts.comparison;
  const table =
    changes.length === 0
      ? []
      : headOfList(['From → to', 'About', 'What', 'Persons more', 'Persons fewer', 'Cells']);
  return [
    text(comparisonSentence(conflicts)),
    '',
    ...table,
    ...changes.slice(0, most).map(change),
    ...more(changes.length - most),
    '',
  ];
}

/** For a wiki or a pull request. */
export function renderConflictsMarkdown(conflicts: Conflicts): string {
  const lines = [
    `## ${text(conflicts.ecosystem)}`,
    '',
    `As of ${conflicts.as_of.slice(0, 10)}: ${text(summary(conflicts))}.`,
    '',
    ...(conflicts.causes.length === 0
      ? [`No system is at odds with another, ${countOf(0, 'person')} in conflict.`]
      : []),
    ...conflicts.causes.flatMap((one) => cause(one, conflicts.rows)),
    ...comparison(conflicts),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
