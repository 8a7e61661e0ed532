import type { MessageChannel, PartName } from '../../../model/template.js';

/** What a member of a vendor's record holds; names are compared without case, `_` and `-`. */
export type Holds = PartName | 'name' | 'locale' | 'channel';

const table = (rows: readonly (readonly [Holds, string])[]): ReadonlyMap<string, Holds> =>
  new Map(rows.flatMap(([holds, names]) => names.split(' ').map((name): [string, Holds] => [name, holds])));

/**
 * Members of records: Amazon SES (SubjectPart, TemplateContent.Subject), SendGrid (html_content), Postmark
 * (HtmlBody), Braze (plaintext_body, alert), Salesforce Marketing Cloud (views.subjectline), and plain ones.
 */
const members = table([
  ['subject', 'subject subjectpart subjectline emailsubject'],
  ['preheader', 'preheader previewtext preheadertext preview'],
  ['html', 'html htmlpart htmlbody htmlcontent bodyhtml emailbody'],
  ['text', 'text textpart textbody plaincontent plaintext plaintextbody bodytext plainbody'],
  ['body', 'body content message alert smsbody'],
  ['title', 'title header'],
  ['name', 'templatename name slug alias customerkey template identifier key'],
  ['locale', 'locale language lang'],
  ['channel', 'channel'],
]);

export const holdsOf = (member: string): Holds | undefined =>
  members.get(member.toLowerCase().replace(/[_-]/g, ''));

/** Only exports have these. */
export const vendorMember =
  /"?\b(?:SubjectPart|HtmlPart|TextPart|TemplateContent|html_content|plain_content|HtmlBody|TextBody|subjectline|plaintext_body|LayoutTemplate|ios_push|android_push)\b"?\s*:/;

/** Names of channels in exports. */
export function channelNamed(name: string): MessageChannel {
  const word = name.toLowerCase();
  if (/sms|mms/.test(word)) return 'sms';
  if (/web_?push/.test(word)) return 'web_push';
  if (/push/.test(word)) return 'push';
  if (/whats/.test(word)) return 'whatsapp';
  if (/in_?app|content_?card|banner/.test(word)) return 'in_app';
  return /mail/.test(word) ? 'email' : 'unknown';
}
