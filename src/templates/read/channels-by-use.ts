import type { MessageChannel, Part, PartName } from '../../model/template.js';
import { pluralOf } from './catalogue/plurals.js';

/** Texts in quotes inside a tag, and Thymeleaf's `#{bill.intro}`. */
const quoted = /(["'`])((?:\\.|(?!\1)[^\\\n]){1,500})\1|#\{\s*([\w.-]+)/g;
/** A key that can be taken for nothing else: `bill.intro`, `Your bill`; `name` may be any name. */
export const isTelling = (key: string): boolean => /[\p{L}\d][\s._:-]+\S|\p{Ll}\p{Lu}/u.test(key);

/** Keys that a text puts in by its tags. */
function* keysIn({ text, parsed }: Part): Generator<string> {
  for (const { kind, start, end } of parsed.tags) {
    if (kind === 'comment') continue;
    for (const [, , string, bare] of text.slice(start, end).matchAll(quoted)) {
      const key = (string ?? bare)!.replace(/\\(['"`\\])/g, '$1');
      if (isTelling(key)) yield key;
    }
  }
}

interface Use {
  readonly channel: MessageChannel;
  /** Parts of messages that put it in. */
  readonly names: Set<PartName>;
}

/** Keys of catalogues that sent texts put in, by how they are sent; the first text that does counts. */
function usesIn(parts: readonly Part[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const part of parts) {
    if (part.key !== '' || part.channel === 'unknown') continue;
    for (const key of keysIn(part)) {
      const use = uses.get(key) ?? { channel: part.channel, names: new Set() };
      uses.set(key, use);
      use.names.add(part.name);
    }
  }
  return uses;
}

/** Parts whose pieces are shown as they are, wherever in them they stand. */
const plain = new Set<PartName>(['subject', 'preheader', 'title', 'text', 'sms']);

/** Entries of catalogues nobody knows the channel of take that of the texts that name their keys. */
export function channelsByUse(parts: readonly Part[]): Part[] {
  const isOpen = ({ key, channel }: Part): boolean => key !== '' && channel === 'unknown';
  if (!parts.some(isOpen)) return [...parts];
  const uses = usesIn(parts);
  return parts.map((part) => {
    if (!isOpen(part)) return part;
    const stem = pluralOf(part.key.split('.'))?.stem ?? part.key;
    const use = uses.get(stem);
    if (!use) return part;
    const [name = part.name, ...others] = use.names;
    return {
      ...part,
      message: part.message.replace(part.key, stem),
      channel: use.channel,
      name: others.length === 0 && plain.has(name) ? name : part.name,
    };
  });
}
