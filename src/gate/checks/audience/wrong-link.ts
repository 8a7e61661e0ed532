import type { Link, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { nameWords } from '../../name-words.js';
import { type Message, readable, type World, withIncluded } from '../../world.js';

type Side = 'inside' | 'outside';
const sides = ['inside', 'outside'] as const;

/** The side that words of a name speak of; undefined where they speak of none, or of both. */
function sideOf(list: WordList, group: 'readers' | 'links', words: string): Side | undefined {
  const found = sides.filter((side) => list.has(`${group}-${side}`, 'en', words));
  return found.length === 1 ? found[0] : undefined;
}

interface Audience {
  readonly side: Side;
  readonly isGuess: boolean;
}

/** Who reads a message: as settings or contract say, else by its name. */
function audienceOf(list: WordList, { id, settings, communication }: Message): Audience | undefined {
  const said = settings.audience ?? communication?.audience ?? undefined;
  const side = sideOf(list, 'readers', nameWords(said ?? id));
  return side && { side, isGuess: said === undefined };
}

/** Names of the fields in a link's target, and its path where it is written out. */
function wordsOf({ parsed }: Part, { start, end, target }: Link): string {
  const fields = parsed.uses.filter((use) => use.start >= start && use.end <= end).map(({ name }) => name);
  const path = /^\s*https?:\/\/[^/?#]+([^?#]*)/i.exec(target)?.[1] ?? '';
  return nameWords([...fields, path].join(' '));
}

interface Sided {
  readonly part: Part;
  readonly link: Link;
  readonly side: Side;
}

function linksOf(list: WordList, part: Part): Sided[] {
  return withIncluded(part).flatMap((one) =>
    one.links.flatMap((link) => {
      const side = sideOf(list, 'links', wordsOf(one, link));
      return side ? [{ part: one, link, side }] : [];
    }),
  );
}

/** Insiders may well be shown what customers see, as long as they have their own link beside it. */
function wrongIn(links: readonly Sided[], side: Side): Sided[] {
  const others = links.filter((one) => one.side !== side);
  return side === 'inside' && links.length > others.length ? [] : others;
}

function toHit({ part, link }: Sided, message: Message, { side, isGuess }: Audience): GateHit {
  const name = side === 'outside' ? 'inside-link' : 'outside-link';
  return {
    case: isGuess ? `${name}-guess` : name,
    at: { part, span: { start: link.start, end: link.end } },
    about: `link@${message.id}`,
    args: { target: link.target.slice(0, 200), message: message.id },
    ...(isGuess && { confidence: 'possible' }),
  };
}

function* wrongLinks(world: World): Generator<GateHit> {
  const list = listOf(world, 'audience/words');
  for (const message of world.messages) {
    const audience = audienceOf(list, message);
    if (!audience) continue;
    for (const part of readable(message))
      for (const wrong of wrongIn(linksOf(list, part), audience.side)) yield toHit(wrong, message, audience);
  }
}

/** Links for staff in messages to customers, and the other way round. */
export const wrongLink: Check = wrongLinks;
