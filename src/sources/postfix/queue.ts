import type { Attempt } from './attempt.js';

/** What is known of a message in the queue. */
export interface Queued {
  readonly line: number;
  readonly arrived: string;
  messageId: string;
  /** Undefined where the line is in an earlier log. */
  sender: string | undefined;
  recipients: number;
  client: string;
  /** By recipient: how many attempts there were, and the last one while the message waits for another. */
  readonly tried: Map<string, { attempts: number; waiting: Attempt | undefined }>;
}

/** Messages that never leave the queue are forgotten from this number on, oldest first. */
const mostQueued = 200_000;
/** Recipients of one message that are remembered. */
const mostTried = 1000;

/** A text of its own: a part of a longer one would keep the whole of it in memory. */
const own = (text: string): string => Buffer.from(text).toString();

/** The messages that wait. A queue id is used again as soon as its message is removed. */
export class Queue {
  private readonly messages = new Map<string, Queued>();

  /** The message of a queue id; a new one where none is known. */
  of(queueId: string, line: number, time: string): Queued {
    return this.messages.get(queueId) ?? this.begin(queueId, line, time);
  }

  /** A message begins, whatever was known under its queue id. */
  begin(queueId: string, line: number, arrived: string): Queued {
    const message: Queued = {
      line,
      arrived: own(arrived),
      messageId: '',
      sender: undefined,
      recipients: 0,
      client: '',
      tried: new Map(),
    };
    this.messages.delete(queueId);
    this.messages.set(own(queueId), message);
    if (this.messages.size > mostQueued) this.messages.delete(this.messages.keys().next().value!);
    return message;
  }

  remove(queueId: string): void {
    this.messages.delete(queueId);
  }
}

/** Notes what a line says of a message, in texts of its own. */
export function note(
  message: Queued,
  said: Partial<Pick<Queued, 'messageId' | 'sender' | 'client' | 'recipients'>>,
): void {
  if (said.messageId !== undefined) message.messageId = own(said.messageId);
  if (said.sender !== undefined) message.sender = own(said.sender);
  if (said.client !== undefined) message.client = own(said.client);
  message.recipients = Math.max(message.recipients, said.recipients ?? 0);
}

/** Notes an attempt; the number of it, for this recipient. */
export function noteAttempt(message: Queued, attempt: Attempt): number {
  const known = message.tried.get(attempt.to);
  const waiting =
    attempt.status === 'deferred'
      ? { ...attempt, to: own(attempt.to), diagnostic: own(attempt.diagnostic) }
      : undefined;
  if (known) {
    known.attempts += 1;
    known.waiting = waiting;
    return known.attempts;
  }
  if (message.tried.size < mostTried) message.tried.set(own(attempt.to), { attempts: 1, waiting });
  return 1;
}
