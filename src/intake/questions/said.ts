import type { Finding } from '../../model/finding.js';
import type { IntakeTexts } from '../../model/intake.js';
import { type Fillings, fill } from '../../text/fill.js';

/** A finding that a question repeats. */
export type Repeated = Pick<Finding, 'rule' | 'case' | 'message' | 'args'>;
type Words = NonNullable<IntakeTexts['questions']['findings']>;

const length = /^(?:(?<count>\d+) (?<unit>days|hours|minutes)|a minute)$/;

/** Times that rules put into English words, in others. */
function translate(value: Fillings[string], { lengths }: Words): Fillings[string] {
  const found = typeof value === 'string' ? length.exec(value)?.groups : undefined;
  if (!found) return value;
  const unit = found.unit as 'days' | 'hours' | 'minutes' | undefined;
  return unit ? fill(lengths[unit], { count: Number(found.count) }) : lengths.minute;
}

/** What a finding says in the reader's language; in English where that has no words for it. */
export function sayFinding({ rule, case: name, message, args }: Repeated, words: Words | undefined): string {
  const text = words?.messages[`${rule} ${name}`];
  if (!words || text === undefined) return message;
  const said = Object.entries(args).map(([key, value]) => [key, translate(value, words)]);
  return fill(text, Object.fromEntries(said) as Fillings);
}
