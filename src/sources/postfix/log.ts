import type { Reject } from '../reject.js';
import type { TextRow } from '../types.js';
import { type Attempt, isHop, readAttempt, statusTypes } from './attempt.js';
import { type Line, readLine, Years } from './line.js';
import { note, noteAttempt, Queue, type Queued } from './queue.js';

/** Columns that every row of a log of Postfix has; beyond those of the tables they tell comm_type and line of business. */
const common = [
  'message_key',
  'system_id',
  'channel',
  'contact_point',
  'sender',
  'client',
  'queue_id',
  'message_id',
];

/** Columns of the rows by the table they are for. */
export const postfixHeader = {
  delivery_events: [
    ...common,
    'type',
    'time',
    'raw_type',
    'reply_code',
    'enhanced_code',
    'diagnostic',
    'attempt',
    'original_to',
    'relay',
    'delay',
  ],
  sends: [...common, 'subject_key', 'key_type', 'sent_at'],
} as const;
export type PostfixTable = keyof typeof postfixHeader;

/** Tried addresses of `sendmail -bv` are no messages. */
const types: Readonly<Record<string, string>> = { ...statusTypes, SOFTBOUNCE: 'deferred' };

/** The Message-ID, with the recipient where there are several; without one the queue id, which is used again later. */
function keyOf(message: Queued, { host, queueId }: Line, to: string): string {
  const id = message.messageId || `${queueId}.${message.line}@${host}`;
  return message.recipients > 1 ? `${id} ${to}` : id;
}

/** Reads a log of Postfix line by line: what becomes of messages, or which were sent. */
export class PostfixLog {
  private readonly queue = new Queue();
  private years = new Years('');

  constructor(private readonly table: PostfixTable) {}

  /** A file of the log begins; `last`: the day it ends at the latest, for times without a year. */
  begin(last: string): void {
    this.years = new Years(last);
  }

  /** The rows a line gives; a problem where it is about a delivery but cannot be read. */
  see(text: string, row: number): readonly (TextRow | Reject)[] {
    const line = readLine(text, this.years);
    if (line === undefined) return [];
    const { rest, queueId, time } = line;
    if (rest.startsWith('to=<')) return this.attempt(line, row);
    if (rest.startsWith('client='))
      note(this.queue.begin(queueId, row, time), { client: rest.slice(7).split(',')[0]! });
    else if (rest.startsWith('uid=')) this.queue.begin(queueId, row, time);
    else if (rest.startsWith('message-id=')) this.identify(line, row);
    else if (rest.startsWith('from=<')) return this.active(line, row);
    else if (rest.startsWith('removed')) this.queue.remove(queueId);
    return [];
  }

  /** The line of the message's header; a second one under the same queue id is of another message. */
  private identify({ queueId, time, rest }: Line, row: number): void {
    const known = this.queue.of(queueId, row, time);
    const message =
      known.messageId === '' && known.tried.size === 0 ? known : this.queue.begin(queueId, row, time);
    note(message, { messageId: rest.slice(11).replace(/^<|>$/g, '') });
  }

  private active(line: Line, row: number): readonly TextRow[] {
    const { rest, queueId, time } = line;
    const message = this.queue.of(queueId, row, time);
    const [, sender = '', status] = /^from=<(.*?)>(?:, status=(?:force-)?(expired))?/.exec(rest) ?? [];
    note(message, { sender, recipients: Number(/ nrcpt=(\d{1,7})/.exec(rest)?.[1] ?? 0) });
    if (status === undefined || sender === '' || this.table !== 'delivery_events') return [];
    const waiting = [...message.tried.values()].flatMap((one) => one.waiting ?? []);
    return waiting.map((one) => this.event(line, row, message, { ...one, status }, ''));
  }

  private attempt(line: Line, row: number): readonly (TextRow | Reject)[] {
    const attempt = readAttempt(line.rest);
    if (attempt === undefined)
      return this.table === 'sends'
        ? []
        : [{ row, column: null, value: null, expected: 'to=<…>, relay=…, status=…' }];
    const message = this.queue.of(line.queueId, row, line.time);
    // Without a sender a message is itself a report on another one.
    if (message.sender === '' || types[attempt.status] === undefined) return [];
    const number = noteAttempt(message, attempt);
    if (this.table === 'delivery_events') return [this.event(line, row, message, attempt, String(number))];
    return number === 1 && !isHop(attempt) ? [this.send(line, row, message, attempt)] : [];
  }

  private commonCells(line: Line, message: Queued, { to, originalTo }: Attempt): string[] {
    const { queueId, host } = line;
    const key = keyOf(message, line, to);
    return [
      key,
      host,
      'email',
      originalTo || to,
      message.sender ?? '',
      message.client,
      queueId,
      message.messageId,
    ];
  }

  private event(line: Line, row: number, message: Queued, attempt: Attempt, number: string): TextRow {
    const { status, dsn, replyCode, diagnostic, originalTo, relay, delay } = attempt;
    const type = isHop(attempt) ? 'accepted' : types[status]!;
    const own = [type, line.time, status, replyCode, dsn, diagnostic, number, originalTo, relay, delay];
    return { row, cells: [...this.commonCells(line, message, attempt), ...own] };
  }

  private send(line: Line, row: number, message: Queued, attempt: Attempt): TextRow {
    const own = [attempt.originalTo || attempt.to, 'email', message.arrived];
    return { row, cells: [...this.commonCells(line, message, attempt), ...own] };
  }
}
