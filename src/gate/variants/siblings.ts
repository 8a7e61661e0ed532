import type { MessageChannel, Part } from '../../model/template.js';
import { compareText } from '../../text/compare.js';
import { type Message, readable } from '../world.js';

/** What one locale of a message gets over one channel. */
export interface Sibling {
  readonly channel: MessageChannel;
  readonly locale: string;
  readonly parts: readonly Part[];
  readonly html: readonly Part[];
  /** The plain text of a mail, or the words of a channel that has no markup. */
  readonly text: readonly Part[];
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
    return { channel, locale, parts, html, text };
  });
  known.set(message, siblings);
  return siblings;
}
