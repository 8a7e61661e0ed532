import type { GateFinding } from '../model/gate-report.js';
import type { Part } from '../model/template.js';
import { compareText } from '../text/compare.js';
import { type Message, type World, withIncluded } from './world.js';

const nameOf = ({ message, channel, name, locale, key }: Part): string =>
  JSON.stringify([message, channel, name, locale, key]);

/** Tells what a text said before; undefined where it was not there. */
export function createPast({ parts }: Pick<World, 'parts'>): (part: Part) => string | undefined {
  const texts = new Map(parts.map((part) => [nameOf(part), part.text]));
  return (part) => texts.get(nameOf(part));
}

/** Everything a reader gets of a message and what is known about it, as one text. */
function contentOf({ parts, settings, communication, supply }: Message): string {
  const texts = parts
    .map((part) => JSON.stringify([nameOf(part), ...withIncluded(part).map(({ text }) => text)]))
    .sort(compareText);
  return JSON.stringify([texts, settings, communication, supply]);
}

/** Messages that a change touches: through their texts, partials, layouts, settings, fields or contract. */
export function touchedMessages(now: World, before: World): Set<string> {
  const then = new Map(before.messages.map((message) => [message.id, contentOf(message)]));
  const touched = now.messages.filter((message) => then.get(message.id) !== contentOf(message));
  const ids = new Set(now.messages.map(({ id }) => id));
  const gone = before.messages.filter(({ id }) => !ids.has(id));
  return new Set([...touched, ...gone].map(({ id }) => id));
}

/** Messages into which a text is put, itself or through others. */
function createReaders({ parts }: World): (file: string) => string[] {
  const readers = new Map<string, Set<string>>();
  for (const part of parts)
    for (const { file } of withIncluded(part))
      readers.set(file.path, (readers.get(file.path) ?? new Set()).add(part.message));
  return (file) => [...(readers.get(file) ?? [])];
}

const isShared = (part: GateFinding['part']): boolean => part === 'layout' || part === 'partial';

/** Tells whether a finding belongs to what a change touches; what stands in a shared text belongs to all that use it. */
export function createIsTouched(
  now: World,
  touched: ReadonlySet<string>,
  files: ReadonlySet<string>,
): (finding: GateFinding) => boolean {
  const readersOf = createReaders(now);
  return ({ message_id, part, subject, places }) => {
    const named = /^message:([^#/]+)/.exec(subject)?.[1] ?? message_id;
    if (named === null) return places.some(({ file }) => files.has(file));
    if (touched.has(named)) return true;
    return isShared(part) && places.some(({ file }) => readersOf(file).some((id) => touched.has(id)));
  };
}
