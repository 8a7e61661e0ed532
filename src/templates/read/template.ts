import type { MessageChannel, Part, PartName } from '../../model/template.js';
import type { PathRole } from './path.js';

const htmlEndings = new Set(['html', 'htm', 'xhtml']);
const textEndings = new Set(['txt', 'text', 'md', 'markdown', 'gotxt']);
const element =
  /<(?:!doctype|html|head|body|table|tr|td|p|div|span|br|a|h[1-6]|img|strong|b|ul|li)\b[^<>]*>/i;
const looked = 200_000;

/** Django's own mails are plain text in `.html`: nothing is escaped, nothing is markup, and no layout is around it. */
const isPlainInHtml = (text: string): boolean =>
  /^\s*(?:\{%[^%]*%\}\s*)*?\{%-?\s*autoescape\s+(?:off|false)/.test(text) &&
  !/<\/?[a-z!]|\{%-?\s*extends/i.test(text.slice(0, looked));

/** How a text is marked up: its name says so, or its tags. */
export function markupOf(text: string, endings: readonly string[], said?: PartName): Part['markup'] {
  if (endings.includes('mjml') || /^\s*<mj(?:ml|-)/.test(text)) return 'mjml';
  if (said !== 'html' && isPlainInHtml(text)) return 'text';
  if (said === 'html' || endings.some((ending) => htmlEndings.has(ending))) return 'html';
  if (said === 'text' || endings.some((ending) => textEndings.has(ending))) return 'text';
  return element.test(text.slice(0, looked)) ? 'html' : 'text';
}

const single: Readonly<Partial<Record<MessageChannel, PartName>>> = {
  sms: 'sms',
  mms: 'sms',
  post: 'letter',
  phone: 'script',
  ivr: 'script',
  chat: 'script',
  branch: 'script',
};

/** The part a text is: what its place says, else what its channel has. */
export function partOf(
  said: PartName | undefined,
  channel: MessageChannel,
  markup: Part['markup'],
): PartName {
  const general = said === undefined || said === 'body' || said === 'html' || said === 'text';
  if (said !== undefined && !general) return said;
  const own = single[channel];
  if (own !== undefined) return own;
  if (channel === 'email' || channel === 'unknown') return markup === 'text' ? 'text' : 'html';
  return 'body';
}

const mailOnly =
  /<!--\[if (?:gte )?mso|XHTML 1\.0 Transitional|xmlns:o="urn:schemas-microsoft|x-apple-disable-message-reformatting|role="presentation"|cellpadding=|list-unsubscribe/i;
const pageOnly =
  /<(?:script|form|input|select|textarea|nav|button|iframe|canvas|app-\w|router-outlet)\b|<link\b[^>]*\brel="?stylesheet/i;

const wholePage = /<(?:html|body|table)\b/i;

/** The channel of a text whose place says nothing: mail has its marks, a page has others, and parts of pages none. */
export function channelOf(role: PathRole, text: string, markup: Part['markup']): MessageChannel {
  if (role.channel !== 'unknown' || markup === 'text') return role.channel;
  const start = text.slice(0, looked);
  if (mailOnly.test(start)) return 'email';
  return wholePage.test(start) && !pageOnly.test(start) ? 'email' : 'unknown';
}
