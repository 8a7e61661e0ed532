import type { MessageChannel, Part } from '../../model/template.js';
import { compareText } from '../../text/compare.js';
import { addTo } from '../../text/group-by.js';
import { type Message, readable } from '../world.js';

/** What one locale of a message gets over one channel. */
export interface Sibling {
  readonly channel: MessageChannel;
  readonly locale: string;
  readonly parts: readonly Part[];
  /** All but titles. */
  readonly body: readonly Part[];
  /** Of entries of catalogues those that stand in `text` as well, if any do. */
  readonly html: readonly Part[];
  /** The plain text of a mail, or the words of a channel that has no markup. */
  readonly text: readonly Part[];
}

/** A key without what says which part of a mail it is: `bodyHtml` and `body_text` are `body`. */
const stemOf = (key: string): string =>
  key.replace(/[._-]?(?:html|text|plain|txt)(?=$|[._-]|[A-Z])/gi, '').toLowerCase();

const namesHtml = /html(?=$|[._-]|[A-Z])/i;

/** Whether an entry of a catalogue is the plain twin of one whose key says HTML, whatever stands in it. */
export const isPlainTwin = (part: Part, others: readonly Part[]): boolean =>
  part.key !== '' &&
  !namesHtml.test(part.key) &&
  others.some(({ key }) => namesHtml.test(key) && stemOf(key) === stemOf(part.key));

const isHtml = (part: Part, others: readonly Part[]): boolean =>
  part.markup !== 'text' && !isPlainTwin(part, others);

/** Of entries of catalogues those that are the same text with and without markup; files are parts by themselves. */
function matched(ones: readonly Part[], others: readonly Part[]): Part[] {
  const stems = new Set(others.map(({ key }) => stemOf(key)));
  return ones.filter(({ key }) => key === '' || stems.has(stemOf(key)));
}

const titles = new Set(['subject', 'preheader', 'title']);
const known = new WeakMap<Message, readonly Sibling[]>();

/** Texts of a message by channel and locale, in order of both. */
export function siblingsOf(message: Message): readonly Sibling[] {
  const cached = known.get(message);
  if (cached) return cached;
  const byPlace = new Map<string, Part[]>();
  for (const part of readable(message)) {
    const id = `${part.channel}\n${part.locale}`;
    addTo(byPlace, id, part);
  }
  const siblings = [...byPlace.keys()].sort(compareText).map((id): Sibling => {
    const parts = byPlace.get(id)!;
    const { channel, locale } = parts[0]!;
    const body = parts.filter(({ name }) => !titles.has(name));
    const html = body.filter((part) => isHtml(part, body));
    const text = body.filter((part) => !html.includes(part));
    const [pairedHtml, pairedText] = [matched(html, text), matched(text, html)];
    const isMail = channel === 'email' && html.length > 0;
    return {
      channel,
      locale,
      parts,
      body,
      html: pairedHtml.length > 0 ? pairedHtml : html,
      text: isMail ? pairedText : text,
    };
  });
  known.set(message, siblings);
  return siblings;
}
