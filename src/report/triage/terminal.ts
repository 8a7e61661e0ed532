import type { HarmTotal, Triage, TriageGroup } from '../../model/triage.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { groupDigits } from '../../text/numbers.js';
import { countOf } from '../parts/shares.js';
import { cutLines, wrap } from '../parts/width.js';
import { labelled, pad } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import {
  bucketsOf,
  clockWords,
  correctedWords,
  customerWords,
  dayOf,
  holderWords,
  knownWords,
  notSeenWords,
  personWords,
  spanWords,
  sparkline,
  summaryWords,
} from './words.js';

/** Open groups that are written out. */
const most = 8;
const bars = 26;
const indent = 10;

export interface ScreenOptions {
  readonly color: boolean;
  readonly width: number;
  /** Everything instead of what fits on some screens. */
  readonly all: boolean;
}

/** Lines that no terminal or build server obeys. */
export const finish = (lines: readonly string[]): string =>
  `${lines.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n')}\n`;

const lead = 15;

/** Text behind a lead of its own; further lines hang under the first. */
function led(head: string, headWidth: number, text: string, style: Style, lines = 3): string[] {
  const width = style.width - lead;
  return cutLines(wrap(text, width), lines, width).map((line, at) =>
    at === 0 ? `${head}${' '.repeat(lead - headWidth)}${line}` : `${' '.repeat(lead)}${line}`,
  );
}

function harmLine({ harm, severity, errors, open, overdue, doc }: HarmTotal, style: Style): string[] {
  const late = overdue > 0 ? `, ${groupDigits(overdue)} overdue` : '';
  const counts = pad(`${countOf(errors, 'error')}, ${groupDigits(open)} open${late}`, 30);
  const text = `${pad(harm.replaceAll('_', ' '), 15)} ${counts} ${doc}`;
  return led(`  ${style.severity(severity)}`, severity.length + 4, text, style, 1);
}

/** The course of a group: bars over time, and what its state rests on. */
export function courseText(group: TriageGroup, asOf: string): string {
  const buckets = bucketsOf(group, asOf, bars);
  const line =
    buckets.length < 2
      ? ''
      : `${sparkline(buckets)} from ${buckets[0]!.from}, a bar is ${spanWords(buckets)}. `;
  return `${line}${group.state_why}`;
}

function renderGroup(group: TriageGroup, at: number, asOf: string, style: Style): string[] {
  const line = (label: string, text: string, lines?: number) =>
    labelled(style, `  ${label}`, indent, text, lines);
  const figures = [personWords(group), customerWords(group), knownWords(group)].filter(Boolean).join('; ');
  const title = `${group.title} (${group.key}), ${group.state}${group.overdue ? ', overdue' : ''}`;
  const number = `${at}.`.padEnd(3);
  const titles = led(`${number}${style.severity(group.severity)}`, group.severity.length + 5, title, style);
  return [
    ...titles.map((text, row) => (row === 0 ? text : style.chalk.bold(text))),
    ...line('Cause', group.cause),
    ...line('Whom', `${countOf(group.errors, 'error')}; ${figures}`),
    ...line('Course', courseText(group, asOf)),
    ...line('Clock', [clockWords(group, asOf), correctedWords(group)].filter(Boolean).join('; ')),
    ...line('Who', holderWords(group)),
    ...line('Do', group.next[0] ?? '', 2),
    '',
  ];
}

function renderRest(groups: readonly TriageGroup[], title: string, style: Style): string[] {
  if (groups.length === 0) return [];
  const text = ({ title: own, key, errors, last_at: last }: TriageGroup): string =>
    `${own} (${key}): ${countOf(errors, 'error')}, last on ${dayOf(last)}`;
  return [
    style.chalk.bold(title),
    ...groups.flatMap((group) =>
      led(`  ${style.severity(group.severity)}`, group.severity.length + 4, text(group), style, 2),
    ),
    '',
  ];
}

const goneLines = ({ gone }: Triage): string[] =>
  gone.length === 0
    ? []
    : [
        'In earlier runs, not in this one',
        ...gone.map(
          ({ error_class: name, origin, errors, last_seen: seen }) =>
            `  ${name.replaceAll('_', ' ')}, ${origin}: ${countOf(errors, 'error')} as of ${dayOf(seen)}`,
        ),
        '',
      ];

/** For people in a terminal: what to do first, who has it, by when. */
export function renderTriageTerminal(raw: Triage, options: ScreenOptions): string {
  const triage = cleanDeep(raw);
  const style = createStyle(options.color, options.width);
  const open = triage.groups.filter(({ state }) => state !== 'resolved');
  const shown = options.all ? open : open.slice(0, most);
  const rest = open.slice(shown.length);
  const against = triage.against.map(({ as_of: asOf }) => dayOf(asOf)).join(', ');
  return finish([
    style.chalk.bold(`${triage.ecosystem}, as of ${dayOf(triage.as_of)}`),
    ...labelled(style, '', 0, `${summaryWords(triage)}${against === '' ? '' : `; compared with ${against}`}`),
    ...labelled(style, '', 0, notSeenWords(triage)),
    '',
    ...triage.harms.flatMap((total) => harmLine(total, style)),
    ...(triage.harms.length > 0 ? [''] : []),
    ...shown.flatMap((group, i) => renderGroup(group, i + 1, triage.as_of, style)),
    ...renderRest(rest, `${countOf(rest.length, 'more group')} open: --all`, style),
    ...renderRest(
      triage.groups.filter(({ state }) => state === 'resolved'),
      'Resolved',
      style,
    ),
    ...goneLines(triage),
    ...(open.length > 0
      ? [
          'One group: unsilo triage show KEY. For agents: unsilo triage brief KEY. Everybody hit: unsilo affected KEY.',
        ]
      : []),
  ]);
}
