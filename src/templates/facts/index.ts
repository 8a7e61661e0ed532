import { compareText } from '../../text/compare.js';
import { readEmails, readPhones, readUrls } from './addresses.js';
import { readAmounts } from './amounts.js';
import { readDates } from './dates.js';
import { toAsciiDigits } from './digits.js';
import { readDurations } from './durations.js';
import { readNumbers, readPercents } from './numbers.js';
import { readTimes } from './times.js';
import type { Fact, FactReader } from './types.js';
import { readVolumes } from './volumes.js';
import { readWeekdays } from './weekdays.js';
import { readWorded } from './worded.js';

/** What comes first takes its words away from those that follow; most is only looked for where there are digits. */
const readers: readonly (readonly [FactReader, RegExp | undefined])[] = [
  [readEmails, /@/],
  [readUrls, /\.\p{L}/u],
  [readDates, /\d/],
  [readAmounts, /\d/],
  [readPercents, /\d/],
  [readVolumes, /\d/],
  [readTimes, /\d/],
  [readDurations, /\d/],
  [readWorded, undefined],
  [readWeekdays, undefined],
  [readPhones, /\d{2}/],
  [readNumbers, /\d/],
];

/**
 * What a prose says that is the same in every language: amounts, dates, spans of time, telephone numbers, addresses,
 * in order of place. The locale decides names of months, units and currencies; empty reads as English.
 */
export function extractFacts(prose: string, locale: string): Fact[] {
  let rest = toAsciiDigits(prose);
  const facts: Fact[] = [];
  for (const [read, hint] of readers) {
    if (hint && !hint.test(rest)) continue;
    const found = [...read(rest, locale)].sort((a, b) => a.start - b.start);
    let masked = '';
    let from = 0;
    for (const fact of found) {
      if (fact.start < from) continue;
      facts.push(fact);
      masked += rest.slice(from, fact.start) + '\ufffc'.repeat(fact.end - fact.start);
      from = fact.end;
    }
    if (from > 0) rest = masked + rest.slice(from);
  }
  return facts.sort((a, b) => a.start - b.start || compareText(a.value, b.value));
}

const withoutYear = (day: string): string => day.replace(/^(?:\d{4}|----)/, '');

function sameReading(a: string, b: string): boolean {
  if (a === b) return true;
  return (a.startsWith('----') || b.startsWith('----')) && withoutYear(a) === withoutYear(b);
}

/** Whether two facts can mean the same. */
export function isSameFact(a: Fact, b: Fact): boolean {
  if (a.kind !== b.kind) return false;
  if (a.value === b.value) return true;
  if (a.kind !== 'date') return false;
  return a.value.split('|').some((one) => b.value.split('|').some((other) => sameReading(one, other)));
}
