import { bareAddress } from './addresses.js';
import { enhancedCodeOf, remoteOf, replyCodeOf, stageOf } from './codes.js';
import { bareValue, type Fields, readGroups } from './fields.js';
import { oneLine } from './one-line.js';
import type { Action, MailRecipient } from './types.js';

const actions: readonly Action[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/** `failed (5.1.1)`, `Failure` and, of addresses only tried, `deliverable` occur besides what RFC 3464 2.3.3 allows. */
function actionOf(text = '', status = ''): Action | '' {
  const word = text.trim().toLowerCase();
  const known = actions.find((one) => word.startsWith(one));
  if (known) return known;
  if (/^(?:fail|undeliverable)/.test(word)) return 'failed';
  return word === 'deliverable' || (word === '' && /^\s*2\./.test(status)) ? 'delivered' : '';
}

/** `5.1.10 (host/domain does not accept mail)` → what stands in brackets. */
const remarkOf = (status = ''): string => /\(([^()]+)\)/.exec(status)?.[1] ?? '';

/** The first of some fields that has an address. */
const addressOf = (group: Fields, ...names: readonly string[]): string =>
  names.map((name) => bareAddress(bareValue(group.get(name)))).find((one) => one.length > 0) ?? '';

/** Names and values in brackets that say nothing: `dns; [192.0.2.1]`, `(no host)`. */
const hostOf = (text: string | undefined): string => (/[\w-]+(?:\.[\w-]+)+/.exec(bareValue(text)) ?? [''])[0];

function recipientOf(group: Fields): MailRecipient {
  const address = addressOf(group, 'final-recipient', 'x-actual-recipient', 'original-recipient');
  const original = addressOf(group, 'original-recipient');
  const status = group.get('status') ?? '';
  const diagnostic = oneLine(bareValue(group.get('diagnostic-code')) || remarkOf(status));
  const stage = stageOf(diagnostic);
  return {
    address,
    ...(original !== '' && original.toLowerCase() !== address.toLowerCase() && { originalAddress: original }),
    action: actionOf(group.get('action'), status),
    enhancedCode: enhancedCodeOf(diagnostic, status),
    replyCode: replyCodeOf(diagnostic),
    diagnostic,
    remote: hostOf(group.get('remote-mta')) || remoteOf(diagnostic),
    ...(stage && { stage }),
  };
}

/** A report on delivery. */
export interface Status {
  readonly recipients: readonly MailRecipient[];
  readonly envelopeId: string;
  /** Of some programs only: the report names the message, too. */
  readonly messageId: string;
}

const isRecipient = (group: Fields): boolean =>
  ['final-recipient', 'original-recipient', 'x-actual-recipient'].some((name) => group.has(name)) &&
  ['action', 'status', 'diagnostic-code'].some((name) => group.has(name));

/** Reads the groups of fields of RFC 3464: one about the message, then one for each recipient. */
export function readStatus(text: string): Status {
  const groups = readGroups(text);
  const field = (name: string): string => groups.map((group) => group.get(name)).find(Boolean) ?? '';
  return {
    recipients: groups.filter(isRecipient).map(recipientOf),
    envelopeId: field('original-envelope-id'),
    messageId: field('x-original-message-id'),
  };
}
