import { fingerprintOf } from '../findings/fingerprint.js';
import type { GateFinding } from '../model/gate-report.js';
import type { Policy } from '../model/policy.js';
import type { TemplateFile } from '../model/template.js';
import type { Suppression } from '../templates/read/suppressions.js';
import { fill } from '../text/fill.js';
import { createLineOf, excerptOf } from './lines.js';

/** A comment in its file. */
export interface Comment extends Suppression {
  readonly file: TemplateFile;
}

/** Names of what is said about comments. */
export const commentRules = {
  unmatched: 'suppression/unmatched',
  expired: 'suppression/expired',
  invalid: 'suppression/invalid',
} as const;

/** What a finding has that is about no message. */
export const aboutNoMessage = {
  code: null,
  message_id: null,
  channel: null,
  part: null,
  locale: null,
  compared: [],
  fix: 'none',
  edits: [],
} satisfies Partial<GateFinding>;

function placeOf({ file, start, end }: Comment): GateFinding['places'][number] {
  const lineOf = createLineOf(file.text);
  const [from, to] = [lineOf(start), lineOf(end)];
  return {
    file: file.path,
    line: from.line,
    column: from.column,
    end_line: to.line,
    end_column: to.column,
    excerpt: excerptOf(file.text, start, end),
  };
}

/** A finding about a comment, in the words of `rules/baseline.yaml`. */
export function aboutComment(
  kind: keyof typeof commentRules,
  comment: Comment,
  args: Readonly<Record<string, string>>,
  { acceptance, harms }: Policy,
): GateFinding {
  const { title, harm, message, remediation } = acceptance.comments[kind];
  const rule = commentRules[kind];
  const place = placeOf(comment);
  const subject = `file:${place.file}#${comment.rules.join(',')}`;
  return {
    ...aboutNoMessage,
    fingerprint: fingerprintOf(rule, subject),
    rule,
    title,
    subject,
    case: kind,
    harm,
    severity: harms.find((one) => one.harm === harm)?.floor ?? 'low',
    confidence: 'certain',
    message: fill(message, args),
    remediation: fill(remediation, args),
    cause: null,
    persons: null,
    messages: null,
    args,
    evidence: [{ file: place.file, row: place.line }],
    path: [],
    owners: [],
    due: null,
    status: null,
    suppression: null,
    places: [place],
  };
}
