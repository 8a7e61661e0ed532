import { createHash } from 'node:crypto';
import type { Part, TemplateFile } from '../../../model/template.js';
import { approvalOfFile, settledHash } from '../../approvals.js';
import type { Check } from '../../check.js';
import { type Message, readable } from '../../world.js';

/** SHA-256 of a file; a byte order mark does not change what it says. */
const hashOf = ({ text }: TemplateFile): string => createHash('sha256').update(text).digest('hex');

const bare = (hash: string): string =>
  hash
    .trim()
    .toLowerCase()
    .replace(/^sha-?256[:-]/, '');
const isSha256 = (hash: string): boolean => /^[\da-f]{64}$/.test(hash);

interface Approved {
  readonly hash: string;
  readonly by: string;
  readonly at: string;
}

function approvedOf(message: Message, part: Part): Approved | undefined {
  const own = settledHash(message, part);
  if (own !== undefined) return { hash: bare(own), by: message.settings.approver ?? 'unsilo.yaml', at: '' };
  const row = approvalOfFile(message, part);
  if (!row?.approved_hash) return undefined;
  return {
    hash: bare(row.approved_hash),
    by: row.approved_by ?? '',
    at: row.approved_at?.slice(0, 10) ?? '',
  };
}

/** Files that are no longer what was approved. */
export const changedAfterApproval: Check = function* ({ messages }) {
  for (const message of messages) {
    const seen = new Set<string>();
    for (const part of readable(message)) {
      const approved = seen.has(part.file.path) ? undefined : approvedOf(message, part);
      if (!approved || !isSha256(approved.hash)) continue;
      seen.add(part.file.path);
      const text = part.file.text.replace(/^\ufeff/, '');
      if ([text, `\ufeff${text}`].some((one) => hashOf({ path: '', text: one }) === approved.hash)) continue;
      yield {
        case: part.key === '' ? 'changed' : 'catalogue',
        at: { part },
        about: 'approval',
        args: {
          file: part.file.path,
          message: message.id,
          by: approved.by || 'somebody',
          at: approved.at || 'once',
        },
      };
    }
  }
};
