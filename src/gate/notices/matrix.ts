import type { MessageChannel, Part } from '../../model/template.js';
import { compareText } from '../../text/compare.js';
import { type Message, readable, type World } from '../world.js';

/** One text the incident plan asks for. */
interface Cell {
  readonly kind: string;
  readonly channel: MessageChannel;
  readonly locale: string;
  readonly message?: Message;
  /** The first text of it; undefined where there is a hole. */
  readonly part?: Part;
}

interface Matrix {
  readonly kinds: readonly string[];
  readonly channels: readonly MessageChannel[];
  readonly locales: readonly string[];
  readonly cells: readonly Cell[];
}

const asWords = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Messages for a kind of incident: those that say so, else those with the kind in their name. */
export function messagesFor(kind: string, { messages }: World): Message[] {
  const said = messages.filter(({ settings }) => settings.incident === kind);
  if (said.length > 0) return said;
  return messages.filter(
    ({ id, settings }) =>
      settings.incident === undefined && ` ${asWords(id)} `.includes(` ${asWords(kind)} `),
  );
}

/** Locales the plan names, else those of recipients, else those every message needs, else the one written first. */
function localesOf({ settings, contract, sourceLocale }: World): string[] {
  if (settings.incidents?.locales) return settings.incidents.locales;
  const recipients = contract?.communications.flatMap(({ recipients: own }) => own ?? []) ?? [];
  const known = [...new Set(recipients.map(({ locale }) => locale))].filter((locale) => locale !== '');
  if (known.length > 0) return known.sort(compareText);
  return settings.locales ?? (sourceLocale === '' ? [] : [sourceLocale]);
}

/** Whether a text of one locale serves another: the same, or the language without a region; none is the source. */
function serves(part: string, wanted: string, source: string): boolean {
  const [own, asked] = [(part || source).toLowerCase(), wanted.toLowerCase()];
  return own === asked || own === asked.split('-')[0] || own.split('-')[0] === asked;
}

function cellOf(world: World, kind: string, channel: MessageChannel, locale: string): Cell {
  for (const message of messagesFor(kind, world)) {
    const part = readable(message).find(
      (one) =>
        one.channel === channel && one.text.trim() !== '' && serves(one.locale, locale, world.sourceLocale),
    );
    if (part) return { kind, channel, locale, message, part };
  }
  return { kind, channel, locale };
}

/** Kinds of incident × channels × locales, and the text for each; undefined without a plan. */
export function incidentMatrix(world: World): Matrix | undefined {
  const plan = world.settings.incidents;
  if (!plan) return undefined;
  const locales = localesOf(world);
  const { kinds, channels } = plan;
  const cells = kinds.flatMap((kind) =>
    channels.flatMap((channel) => locales.map((locale) => cellOf(world, kind, channel, locale))),
  );
  return { kinds, channels, locales, cells };
}
