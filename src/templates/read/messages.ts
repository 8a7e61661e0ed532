import { addTo } from '../../text/group-by.js';
import type { Draft } from './draft.js';

/** A text and the folders that tell its message from others of the name. */
export interface Placing {
  readonly draft: Draft;
  /** Folders above the message's name, nearest last. */
  readonly above: readonly string[];
}

const identity = ({ message, channel, name, locale, key }: Draft): string =>
  JSON.stringify([message, channel, name, locale, key]);

/** The fewest folders above, nearest first, that tell the places of one name apart. */
function qualify(places: readonly Placing[]): Draft[] {
  const longest = Math.max(...places.map(({ above }) => above.length));
  for (let count = 1; count <= longest; count++) {
    const named = places.map(({ draft, above }) => ({
      ...draft,
      message: [...above.slice(-count), draft.message].filter((piece) => piece !== '').join('/'),
    }));
    if (new Set(named.map(identity)).size === named.length) return named;
  }
  return places.map(({ draft }) => draft);
}

/** Messages of one name in several folders are several messages when two files would be the same part of one. */
export function nameMessages(places: readonly Placing[]): Draft[] {
  const byMessage = new Map<string, Placing[]>();
  for (const place of places) {
    const name = place.draft.message;
    addTo(byMessage, name, place);
  }
  const named = new Map<Placing, Draft>();
  for (const group of byMessage.values()) {
    const clash = new Set(group.map(({ draft }) => identity(draft))).size < group.length;
    const drafts = clash ? qualify(group) : group.map(({ draft }) => draft);
    group.forEach((place, i) => {
      const draft = drafts[i]!;
      named.set(place, draft.message === '' ? { ...draft, message: place.above.at(-1) ?? 'message' } : draft);
    });
  }
  return places.map((place) => named.get(place)!);
}

/** Plain text beside an HTML text of the same message is the other part of a mail, and what has a subject is one. */
export function joinPairs(drafts: readonly Draft[]): Draft[] {
  const place = ({ message, locale }: Draft): string => JSON.stringify([message, locale]);
  const seen = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const kinds = seen.get(place(draft)) ?? new Set();
    const isMail = draft.channel === 'unknown' && draft.name === 'subject';
    seen.set(place(draft), kinds.add(draft.markup).add(isMail ? 'email' : draft.channel));
  }
  return drafts.map((draft) => {
    if (draft.channel !== 'unknown') return draft;
    const kinds = seen.get(place(draft))!;
    const paired = kinds.has('email') || (kinds.has('text') && (kinds.has('html') || kinds.has('mjml')));
    return paired ? { ...draft, channel: 'email' } : draft;
  });
}
