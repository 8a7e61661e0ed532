import type { ErrorGroup } from '../../model/report.js';
import { groupDigits, renderMeasure, renderShare } from '../../text/numbers.js';
import { countOf } from './shares.js';
import { channelWords } from './subject.js';
import type { Stop } from './systems.js';

/** `wrong_amount` as `Wrong amount`. */
export function errorClassWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** `template:T12/v3` as `template T12, version v3`; errors without a common origin say so. */
export function originWords(origin: string, system: (id: string) => Stop): string {
  const [kind = '', id = '', detail] = origin.split(/[:/]/);
  if (kind === 'class') return 'no common origin';
  if (kind === 'template') return detail ? `template ${id}, version ${detail}` : `template ${id}`;
  if (kind === 'comm') return `communication ${id}${detail ? ` by ${channelWords(detail)}` : ''}`;
  return kind === 'system' ? system(id).name : `${kind} ${id}`.trim();
}

const measure = (decimal: string): string => renderMeasure(Number(decimal));

/** `21.9 times as many as expected (95 % interval 20.4 to 23.5)`; empty when not measured. */
export function ratioWords(group: ErrorGroup): string {
  if (group.ratio === null) return '';
  const { ratio_low: low, ratio_high: high } = group;
  const interval =
    low === null || high === null ? '' : ` (95 % interval ${measure(low)} to ${measure(high)})`;
  return `${measure(group.ratio)} times as many as expected${interval}`;
}

export const explainedWords = (group: ErrorGroup): string =>
  group.explained === null ? '' : `${renderShare(group.explained)} of the excess errors`;

const verdicts: Readonly<Record<string, (group: ErrorGroup) => string>> = {
  localised: (group) =>
    `${groupDigits(group.errors)} of ${countOf(group.errors_of, 'error')} of this class have one thing in common, and it explains them.`,
  external_cause: () =>
    'Nothing recorded about the messages sets these errors apart; if they have one cause, it lies outside these records.',
  listed_only: () => 'Too few errors to look for a pattern: each one has to be followed up by itself.',
  tie: () => 'Several patterns explain the errors equally well, and no message tells them apart.',
};

/** What the search for a root cause came to, one sentence. */
export const rootCauseSentence = (group: ErrorGroup): string =>
  verdicts[group.verdict]?.(group) ?? group.verdict;
