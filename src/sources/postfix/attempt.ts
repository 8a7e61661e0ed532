import { enhancedCodeOf, replyCodeOf } from '../mail/codes.js';
import { oneLine } from '../mail/one-line.js';

/** One attempt to deliver to one recipient: https://www.postfix.org/DEBUG_README.html, read 2026-11-22. */
export interface Attempt {
  readonly to: string;
  readonly originalTo: string;
  readonly relay: string;
  /** Seconds since the message arrived. */
  readonly delay: string;
  readonly dsn: string;
  readonly status: string;
  readonly diagnostic: string;
  readonly replyCode: string;
}

/** What becomes of a message by the status of an attempt. */
export const statusTypes: Readonly<Record<string, string>> = {
  sent: 'delivered',
  bounced: 'bounced',
  deferred: 'deferred',
  expired: 'expired',
};

const shape =
  /^to=<(.*?)>(?:, orig_to=<(.*?)>)?, relay=(.{1,300}?)(?:, conn_use=\d+)?, delay=([\d.]+)(?:, delays=[\d./]+)?(?:, dsn=([\d.]+))?, status=([\w-]+)(?: \((.*))?$/;

/** The reply stands at the beginning where the message was taken, which is the usual case. */
const codeOf = (status: string, text: string): string =>
  status === 'sent' ? (/^\d{3}(?= |-)/.exec(text)?.[0] ?? '') : replyCodeOf(text);

/** Reads what follows the queue id of `to=<…>, relay=…, status=…`; undefined where it is cut off or something else. */
export function readAttempt(rest: string): Attempt | undefined {
  const [found, to, originalTo = '', relay, delay, dsn = '', status, text = ''] = shape.exec(rest) ?? [];
  if (found === undefined) return undefined;
  const diagnostic = oneLine(text.trimEnd().replace(/\)$/, ''));
  return {
    to: to!,
    originalTo,
    relay: relay!,
    delay: delay!,
    dsn: dsn || enhancedCodeOf(diagnostic),
    status: status!,
    diagnostic,
    replyCode: codeOf(status!, diagnostic),
  };
}

/** The message went on to a filter on the same machine, from which it comes back under another queue id. */
export const isHop = ({ relay, status }: Attempt): boolean =>
  status === 'sent' && /^(?:127\.|localhost|\[?::1)|\[(?:127\.[\d.]+|::1)\]/.test(relay);
