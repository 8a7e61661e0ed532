import type { conflictClasses } from '../../model/enums.js';
import { channelWords } from './subject.js';

type ConflictClass = (typeof conflictClasses)[number];

const values: Readonly<Record<string, string>> = { opt_in: 'yes', opt_out: 'no' };
/** `opt_out` as people say it. */
export const valueWords = (value: string): string => values[value] ?? value;

/** What the receiver of a conflict does, by class. */
export const classWords: Readonly<Record<ConflictClass, string>> = {
  violation: 'sent after the opt-out',
  not_carried_over: 'keeps the old way',
  hard: 'holds the opposite',
  stale: 'holds an older value',
  missing: 'holds nothing and sends',
  scope: 'holds a narrower yes',
  delivery: 'chosen otherwise',
  within: 'holds yes and no',
  expired: 'its consent has run out',
  default: 'holds a default',
};

export const awarenessWords: Readonly<Record<string, string>> = {
  knew: 'it knew',
  could_have_known: 'it could have known',
  could_not_know: 'it could not know',
};

/** What a conflict is about: a channel, paper or electronic, or another field. */
export const aboutField = (field: string): string => {
  const [, kind, channel] = field.split('.');
  if (kind === 'delivery') return 'paper or electronic';
  return kind === 'consent' ? (channel ? channelWords(channel) : 'all channels') : field;
};
