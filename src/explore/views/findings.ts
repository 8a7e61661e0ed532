import type { Finding } from '../../model/finding.js';
import { causeWords } from '../../report/parts/cause-words.js';
import { aboutField } from '../../report/parts/choice-words.js';
import { statusWords } from '../../report/parts/past.js';
import { severityMarks } from '../../report/parts/severity.js';
import { affectedPhrases } from '../../report/parts/shares.js';
import { readPair } from '../../report/parts/subject.js';
import { groupDigits } from '../../text/numbers.js';
import type { CauseGroup } from '../findings/listing.js';
import { parseQuery } from '../findings/query.js';
import { cell, type Line, piece } from '../line.js';
import type { Sheet } from '../sheet.js';
import type { State } from '../state.js';
import type { World } from '../world.js';

/** Beyond so many columns a list has room for a column of subjects. */
const wide = 100;

const sizeOf = ({ persons, messages }: Finding): string => {
  const share = persons ?? messages;
  return share === null ? '' : groupDigits(share.count);
};

const notes = ({ suppression, status }: Finding): string =>
  [
    ...(suppression === null ? [] : ['accepted']),
    ...(status === null || status === 'known' ? [] : [statusWords[status]]),
  ].join(', ');

/** `core>cards, e-mail` for `pair:core>cards/preference.consent.email`; other subjects as they are. */
export function aboutWords(subject: string): string {
  const pair = readPair(subject);
  return pair === undefined ? subject : `${pair.from}>${pair.to}, ${aboutField(pair.field)}`;
}

/** One finding on one line: mark, severity, how many, what, about what. */
export function findingLine(finding: Finding, isMarked: boolean, width: number): Line {
  const { severity, title, subject, suppression } = finding;
  const tone = suppression === null ? severity : 'dim';
  const said = notes(finding);
  const rest = width - 23;
  const named = width >= wide ? Math.floor(rest / 2) : Math.max(16, Math.floor(rest * 0.45));
  return [
    piece(isMarked ? '✓ ' : '  ', 'strong'),
    piece(`${severityMarks[severity]} ${cell(severity, 9)}`, tone),
    piece(`${cell(sizeOf(finding), 9, 'right')} `, suppression === null ? 'plain' : 'dim'),
    piece(`${cell(title, named - 1)} `, suppression === null ? 'plain' : 'dim'),
    piece(said === '' ? aboutWords(subject) : `${said}: ${aboutWords(subject)}`, 'dim'),
  ];
}

const groupLine = ({ cause, findings, persons, isOpen }: CauseGroup): Line => [
  piece(`${isOpen ? '▾' : '▸'} ${causeWords(cause)}`, 'strong'),
  piece(`  ${groupDigits(findings)}`, 'plain'),
  piece(persons > 0 ? `, up to ${groupDigits(persons)} persons in one` : '', 'dim'),
];

function title(state: State, length: number, all: number): string {
  const narrowed = state.query === '' ? '' : ` of ${groupDigits(all)} for ${state.query}`;
  const order = state.sort === 'harm' ? 'worst first' : `by ${state.sort}`;
  return `${groupDigits(length)}${narrowed} findings, ${order}${state.grouped ? ', by cause' : ''}`;
}

/** The findings that the query leaves, in the order wished for. */
export function findingsView(world: World, state: State): Sheet {
  const { shelf, arrange, marked } = world;
  const places = shelf.select(parseQuery(state.query));
  const listing = arrange(places, state);
  return {
    title: title(state, places.length, shelf.findings.length),
    length: listing.length,
    line(at, width) {
      const entry = listing.at(at);
      if (entry === undefined) return [];
      if ('group' in entry) return groupLine(entry.group);
      const finding = shelf.findings[entry.finding]!;
      return findingLine(finding, marked.has(finding.fingerprint), width);
    },
    target(at) {
      const entry = listing.at(at);
      if (entry === undefined) return undefined;
      if ('group' in entry) return `cause:${entry.group.cause ?? ''}`;
      return `finding:${shelf.findings[entry.finding]!.fingerprint}`;
    },
  };
}

export const affectedWords = (finding: Finding): string => affectedPhrases(finding).join('; ');
