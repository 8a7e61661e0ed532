import { oneLine } from './one-line.js';

const answer = /^\s*<<< ?(.*)$/;

/**
 * The whole of a reply of several lines of which a report holds the first only, `550-5.7.26 …`, from the transcript of
 * what the servers said (`<<< 550-…`); the text itself where there is no more.
 */
export function wholeReply(text: string, lines: readonly string[]): string {
  const [, code] = /^(\d{3})-/.exec(text) ?? [];
  if (code === undefined) return text;
  const answers = lines.flatMap((line) => answer.exec(line)?.[1] ?? []);
  const start = answers.findIndex((one) => oneLine(one).startsWith(text.slice(0, 40)));
  if (start < 0) return text;
  const rest = answers.slice(start);
  const end = rest.findIndex((one) => !one.startsWith(`${code}-`));
  const whole = oneLine(rest.slice(0, end < 0 ? undefined : end + 1).join('\n'));
  return whole.length > text.length ? whole : text;
}
