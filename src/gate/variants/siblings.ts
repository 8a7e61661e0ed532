import type { MessageChannel, Part } from '../../model/template.js';
import { compareText } from '../../text/compare.js';
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
    const own = byPlace.get(id);
    if (own) own.push(part);
    else byPlace.set(id, [part]);
  }
  const siblings = [...byPlace.keys()].sort(compareText).map((id): Sibling => {
    const parts = byPlace.get(id)!;
    const { channel, locale } = parts[0]!;
    const html = parts.filter(({ markup, name }) => markup !== 'text' && !titles.has(name));
    const text = parts.filter(({ markup, name }) => markup === 'text' && !titles.has(name));
    const [pairedHtml, pairedText] = [matched(html, text), matched(text, html)];
    const isMail = channel === 'email' && html.length > 0;
    return {
      channel,
      locale,
      parts,
      body: [...text, ...html],
      html: pairedHtml.length > 0 ? pairedHtml : html,
      text: isMail ? pairedText : text,
    };
  });
  known.set(message, siblings);
  return siblings;
}
