import { readAttempt, statusTypes } from '../../sources/postfix/attempt.js';
import { lackOf } from '../../sources/postfix/line.js';
import { type Item, unknownInput } from './types.js';

const attemptStart = /: (to=<.*)$/;

/** Types of events by status, tried addresses too; others are what the reply says. */
const types: Readonly<Record<string, string>> = {
  ...statusTypes,
  undeliverable: 'bounced',
  deliverable: 'delivered',
};

/** A line of a mail log about an attempt to deliver; undefined for every other line. */
function readLogLine(line: string): Item | undefined {
  if (!line.includes(' status=')) return undefined;
  const attempt = readAttempt(attemptStart.exec(line)?.[1] ?? '');
  if (attempt === undefined) return undefined;
  const { diagnostic, dsn, replyCode, status, relay } = attempt;
  return {
    input: line,
    of: {
      ...unknownInput,
      channel: 'email',
      type: types[status] ?? '',
      rawType: status,
      enhancedCode: dsn,
      replyCode,
      text: diagnostic,
      remote: relay.replace(/\[.*$/, ''),
    },
  };
}

const readPlain = (line: string): Item =>
  readLogLine(line) ?? { input: line, of: { ...unknownInput, text: line } };

/** Whether lines are a log that a mail server wrote. */
export const isMailLog = (lines: readonly string[]): boolean =>
  lines.slice(0, 20).some((line) => lackOf(line) !== undefined);

/** Each line, blank ones too; of a mail log only what it says of attempts to deliver. */
export async function* readTexts(lines: AsyncIterable<readonly string[]>): AsyncGenerator<Item[]> {
  let log: boolean | undefined;
  for await (const some of lines) {
    log ??= isMailLog(some);
    yield log ? some.flatMap((line) => readLogLine(line) ?? []) : some.map(readPlain);
  }
}
