import type { ErrorGroup, Report } from '../../model/report.js';
import type { Triage, TriageGroup } from '../../model/triage.js';
import {
  errorClassWords,
  explainedWords,
  originWords,
  ratioWords,
  rootCauseSentence,
} from '../../report/parts/error-words.js';
import { severityMarks } from '../../report/parts/severity.js';
import { countOf } from '../../report/parts/shares.js';
import { renderShowTerminal } from '../../report/triage/text.js';
import { summaryWords } from '../../report/triage/words.js';
import { groupDigits } from '../../text/numbers.js';
import { cell, type Line, labelled, piece, plain } from '../line.js';
import { gap, message, type Row, row, rowsOf, type Sheet, section, sheetOf } from '../sheet.js';
import type { World } from '../world.js';

function groupLine({ severity, errors, state, title, overdue }: TriageGroup): Line {
  const tone = state === 'resolved' ? 'dim' : severity;
  return [
    piece(`${severityMarks[severity]} ${cell(severity, 9)}`, tone),
    piece(`${cell(groupDigits(errors), 8, 'right')}  ${cell(state, 11)}`, tone === 'dim' ? 'dim' : 'plain'),
    piece(overdue ? 'overdue  ' : '', 'bad'),
    piece(title, tone === 'dim' ? 'dim' : 'plain'),
  ];
}

/** Groups of errors with one cause, what to do first standing first. */
export const errorsView = (triage: Triage): Sheet => {
  const rows = triage.groups.map((group) => row(groupLine(group), `error:${group.key}`));
  return rows.length === 0
    ? message('Errors', 'No errors were reported or found.')
    : sheetOf(summaryWords(triage), rows);
};

/** What a group leads to. */
const leads = ({ fingerprint, path }: Pick<ErrorGroup, 'fingerprint' | 'path'>, { system }: World): Row[] => [
  ...section(
    'Finding',
    fingerprint === null ? [] : [row([piece('  the finding that speaks of it')], `finding:${fingerprint}`)],
  ),
  ...section(
    'Systems on its way',
    path.map((id) => row([piece(`  ${system(id).name}`)], `system:${id}`)),
  ),
];

/** One group: what happened, the cause, what to do next. */
export function errorView(world: World, triage: Triage, key: string, width: number): Sheet {
  const group = triage.groups.find((one) => one.key === key);
  if (group === undefined) return message('Errors', `There is no group '${key}'.`);
  const lines = renderShowTerminal(group, triage, { color: false, width }).trimEnd().split('\n');
  return sheetOf(group.title, [...rowsOf(lines.map(plain)), ...leads(group, world)]);
}

const keyOf = ({ group_key: key, error_class, origin, pattern }: ErrorGroup): string =>
  key ?? `${error_class}/${origin}/${pattern}`;

/** The groups of a snapshot, which tells causes and not what is to be done. */
export function knownErrorsView({ report, system }: World): Sheet {
  const rows = report.error_groups.map((group) =>
    row(
      [
        piece(`${cell(groupDigits(group.errors), 8, 'right')}  `),
        piece(`${errorClassWords(group.error_class)}, ${originWords(group.origin, system)}`),
      ],
      `error:${keyOf(group)}`,
    ),
  );
  const need = 'State, clock and what to say need the ecosystem; a snapshot has the causes.';
  return sheetOf(`${countOf(rows.length, 'group')} of errors`, [...rows, gap, row([piece(need, 'dim')])]);
}

const find = (report: Report, key: string): ErrorGroup | undefined =>
  report.error_groups.find((group) => keyOf(group) === key);

/** One group as a snapshot has it. */
export function knownErrorView(world: World, key: string, width: number): Sheet {
  const group = find(world.report, key);
  if (group === undefined) return message('Errors', `There is no group '${key}'.`);
  const say = (label: string, text: string): Row[] => rowsOf(labelled(label, 10, text, width));
  return sheetOf(`${errorClassWords(group.error_class)}, ${originWords(group.origin, world.system)}`, [
    ...say('', rootCauseSentence(group)),
    gap,
    ...say('Pattern', group.pattern),
    ...say('Same rows', group.same_rows_as.join(', ')),
    ...say('Errors', `${groupDigits(group.errors)} of ${groupDigits(group.errors_of)} of this class`),
    ...say('', ratioWords(group)),
    ...say('', explainedWords(group)),
    ...say('Persons', `${groupDigits(group.persons)}; ${groupDigits(group.exposed)} more exposed`),
    ...say(
      'Since',
      `${group.first_at?.slice(0, 10) ?? 'unknown'} to ${group.last_at?.slice(0, 10) ?? 'unknown'}`,
    ),
    ...leads(group, world),
  ]);
}
