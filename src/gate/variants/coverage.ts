import type { MessageChannel, Part } from '../../model/template.js';
import { serves } from '../../templates/facts/locales.js';
import { addTo } from '../../text/group-by.js';
import { type Message, readable, type World } from '../world.js';

/** A message over one channel with the locales it is written in. */
export interface Coverage {
  readonly message: Message;
  readonly channel: MessageChannel;
  readonly parts: readonly Part[];
  /** Locales with at least one text that is not empty. */
  readonly locales: ReadonlySet<string>;
}

const known = new WeakMap<World, readonly Coverage[]>();

/** Messages by channel, in order of the world; entries that may be texts of a screen are left out. */
export function coverages(world: World): readonly Coverage[] {
  const cached = known.get(world);
  if (cached) return cached;
  const result = world.messages.flatMap((message) => {
    const byChannel = new Map<MessageChannel, Part[]>();
    for (const part of readable(message))
      if (part.channel !== 'unknown') addTo(byChannel, part.channel, part);
    return [...byChannel].map(([channel, parts]): Coverage => {
      const written = parts.filter(({ text }) => text.trim() !== '');
      return { message, channel, parts, locales: new Set(written.map(({ locale }) => locale)) };
    });
  });
  known.set(world, result);
  return result;
}

/** Whether one of the locales serves readers of another. */
export const isServed = (wanted: string, { locales }: Coverage): boolean =>
  [...locales].some((locale) => locale === wanted || (locale !== '' && serves(locale, wanted)));

/** Text to look at for what is missing: in the source, else in the first locale there is. */
export function firstPart({ parts }: Coverage, world: World): Part {
  return parts.find(({ locale, text }) => locale === world.sourceLocale && text.trim() !== '') ?? parts[0]!;
}
