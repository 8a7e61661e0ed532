import type { Part } from '../../model/template.js';
import { nameWords } from '../../templates/facts/field-kind.js';
import { fieldsOf, isOptional, kindOf, type PlacedUse } from './fields.js';

/** Words of names that tell one part from the other, or say how a text looks. */
const ofParts = new Set(['html', 'text', 'plain', 'txt', 'safe', 'escaped', 'formatted', 'raw']);
const ofLooks =
  /^(?:colou?rs?|logo|img|image|icon|avatar|photo|picture|font|style|styles|css|class|theme|brand|lang|language|locale|dir|direction|year|copyright|preheader|preview|width|height|background|footer|header|subject|layout|body|content|button|cta|src|href)$/;

/** What a name says, whatever holds it: `ticket.bodyHtml` is `body`. */
const meaning = (name: string): string =>
  nameWords(name.split('.').at(-1)!)
    .filter((word) => !ofParts.has(word))
    .join(' ');

const isLook = (name: string): boolean => nameWords(name).some((word) => ofLooks.test(word));

/** Whether a value stands in words: not in a tag of the markup, nor in an address; Go hands values to what translates them. */
function isSaid({ part: { text, markup, parsed }, use: { role, tag } }: PlacedUse): boolean {
  if (role !== 'output' && !(role === 'argument' && parsed.syntax === 'go')) return false;
  const before = text.slice(Math.max(0, tag.start - 400), tag.start);
  if (/[/=?&]$/.test(before) || text[tag.end] === '/') return false;
  return markup === 'text' || before.lastIndexOf('<') <= before.lastIndexOf('>');
}

function meanings(parts: readonly Part[]): Set<string> {
  const uses = [...new Set(parts.flatMap((part) => [part, ...part.included]))].flatMap(
    ({ parsed }) => parsed.uses,
  );
  return new Set(uses.flatMap(({ name, alternatives = [] }) => [name, ...alternatives].map(meaning)));
}

/** Fields that these texts say by themselves, not those of what they put in. */
function saidIn(parts: readonly Part[]): [string, PlacedUse][] {
  return [...fieldsOf(parts)].flatMap(([name, uses]): [string, PlacedUse][] => {
    const own = uses.filter((placed) => parts.includes(placed.part));
    const first = own.find(isSaid);
    return first && !isOptional(own) && !isLook(name) && kindOf(name, own) !== 'link' ? [[name, first]] : [];
  });
}

const isOpen = (parts: readonly Part[]): boolean =>
  parts.some(({ parsed, included }) => parsed.includes.length > included.length);

/**
 * Fields that one part of a mail says and the other never names. Nothing where the other has fields of its own, which may be
 * the same by another name, or where the parts have little in common.
 */
export function unnamedFields(mine: readonly Part[], theirs: readonly Part[]): [string, PlacedUse][] {
  if (isOpen(theirs)) return [];
  const [own, known] = [meanings(mine), meanings(theirs)];
  const said = saidIn(mine);
  const lost = said.filter(([name]) => !known.has(meaning(name)));
  const shared = said.length - lost.length;
  if (shared < 2 || lost.length > shared) return [];
  return saidIn(theirs).some(([name]) => !own.has(meaning(name))) ? [] : lost;
}
