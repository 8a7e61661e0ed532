import type { GateIncidents, GatePlace, GateRelease, GateReport } from '../../model/gate-report.js';
import { groupDigits } from '../../text/numbers.js';
import { asOfDay } from '../parts/as-of.js';
import { listSome } from '../parts/coverage.js';
import { countOf } from '../parts/shares.js';

/** What the gate looked at, one line. */
export function seenWords({ coverage }: GateReport): string {
  const { files, unread, parts, messages, locales, channels } = coverage;
  return [
    `${countOf(files, 'file')}${unread.length > 0 ? ` (${groupDigits(unread.length)} not read)` : ''}`,
    countOf(parts, 'text'),
    countOf(messages, 'message'),
    ...(locales.length > 0 ? [`${countOf(locales.length, 'locale')} (${listSome(locales, 8)})`] : []),
    ...(channels.length > 0 ? [`by ${channels.join(', ')}`] : []),
  ].join(', ');
}

/** How many rules could say something. */
export function rulesWords({ coverage: { rules_evaluated: asked, not_evaluated } }: GateReport): string {
  return `${groupDigits(asked)} of ${countOf(asked + not_evaluated.length, 'rule')} evaluated`;
}

/** What the templates were held against. */
export const contractWords = ({ manifest: { contract } }: GateReport): string =>
  contract === null
    ? 'no contract'
    : `${contract.file} ${asOfDay(contract.as_of)}, valid until ${contract.valid_until.slice(0, 10)}`;

export const placeWords = ({ file, line, column }: GatePlace): string => `${file}:${line}:${column}`;

/** The one line of a file that a place is about. */
export const excerptWords = ({ excerpt: { before, at, after } }: GatePlace): string =>
  `${before}${at}${after}`;

const releaseStates: Readonly<Record<GateRelease['state'], string>> = {
  ready: 'ready',
  blocked: 'blocked',
  needs_approval: 'needs approval',
};

/** `blocked: welcome (email, en fa), 2 findings`. */
export function releaseWords({ message, state, by, findings, channels, locales }: GateRelease): string {
  const where = [channels.join(', '), locales.join(' ')].filter((part) => part !== '').join('; ');
  const who =
    state !== 'needs_approval' ? '' : ` by ${by.length > 0 ? by.join(' or ') : 'somebody to be named'}`;
  const why = state === 'blocked' ? `, ${countOf(findings.length, 'finding')}` : '';
  return `${releaseStates[state]}${who}: ${message}${where === '' ? '' : ` (${where})`}${why}`;
}

/** What became of findings before this run. */
export const pastWords = ({ summary }: GateReport): string =>
  `${countOf(summary.suppressed, 'finding')} suppressed`;

/** The verdict and what it rests on: where a report for machines begins. */
export const headlineWords = (report: GateReport): string =>
  `${report.verdict.sentence} Seen: ${seenWords(report)}; ${rulesWords(report)}; ${contractWords(report)}; ${pastWords(report)}.`;

/** Rows of the incident plan: for each kind and channel the locales that have a text, and those that lack one. */
export function incidentRows({ kinds, channels, cells }: GateIncidents): {
  readonly kind: string;
  readonly channel: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}[] {
  return kinds.flatMap((kind) =>
    channels.map((channel) => {
      const own = cells.filter((cell) => cell.kind === kind && cell.channel === channel);
      const localesOf = (isThere: boolean) =>
        own.filter(({ message }) => (message !== null) === isThere).map(({ locale }) => locale);
      return { kind, channel, has: localesOf(true), lacks: localesOf(false) };
    }),
  );
}
