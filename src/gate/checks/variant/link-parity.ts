import type { FieldUse, Link, Part } from '../../../model/template.js';
import { normaliseUrl } from '../../../templates/facts/addresses.js';
import { alternatives } from '../../../templates/facts/alternatives.js';
import { fieldKind } from '../../../templates/facts/field-kind.js';
import type { Check, GateHit } from '../../check.js';
import { factsOf } from '../../variants/facts.js';
import { kindOf, messageOf, usesWithin } from '../../variants/fields.js';
import { type Sibling, siblingsOf } from '../../variants/siblings.js';
import type { World } from '../../world.js';

/** Opt-out links have a rule of their own, and a text part needs no link to itself in a browser. */
const elsewhere =
  /unsub|update[-_ ]?profile|opt[-_ ]?out|preference|subscription|browser|web[-_ ]?version|view[-_ ]?(?:in|online)|mirror|forward|track|pixel|logo|image|img|avatar|icon|facebook|twitter|instagram|linkedin|youtube/i;
/** Names under which a layout puts in the text itself. */
const bodies = new Set(['body', 'content', 'yield', '@partial-block', '0']);

const withIncluded = (parts: readonly Part[]): Part[] => [
  ...new Set(parts.flatMap((part) => [part, ...part.included])),
];

const namesIn = (parts: readonly Part[]): Set<string> =>
  new Set(
    withIncluded(parts).flatMap(({ parsed }) =>
      parsed.uses.flatMap(({ name, alternatives = [] }) => [name, ...alternatives]),
    ),
  );

/** Whether a part puts in texts that were not found among the files. */
const isOpen = (parts: readonly Part[]): boolean =>
  withIncluded(parts).some(({ parsed, included }) => parsed.includes.length > 0 && included.length === 0);

interface FieldLink {
  readonly part: Part;
  readonly link: Link;
  readonly name: string;
}

/** Whether a name is an argument that partials get where they are put in: `render 'button', link: url`. */
function isArgument(name: string, parts: readonly Part[]): boolean {
  const given = new RegExp(`(?<![\\p{L}\\d_])${alternatives([name])}["']?\\s*(?:=>?|:)`, 'u');
  return parts.some(({ text, parsed }) =>
    parsed.includes.some(({ start, end }) => given.test(tagAround(text, start, end))),
  );
}

/** An include with what stands behind it, as far as a tag goes. */
const tagAround = (text: string, start: number, end: number): string =>
  text.slice(start, Math.min(text.length, end + 400));

/** Links whose address is or has a field, each field once. */
function fieldLinks(parts: readonly Part[]): FieldLink[] {
  const byName = new Map<string, FieldLink>();
  const all = withIncluded(parts);
  for (const part of all)
    for (const link of part.links) {
      if (/^(?:mailto|tel|sms):/i.test(link.target) || elsewhere.test(link.target)) continue;
      for (const { name, local } of usesWithin(part, link))
        if (!local && !bodies.has(name) && !byName.has(name))
          if (parts.includes(part) || !isArgument(name, all)) byName.set(name, { part, link, name });
    }
  return [...byName.values()];
}

/** Of the fields of an address one is enough to tell it: the rest may be a token, a campaign or the root of the site. */
const isShared = ({ part, link }: FieldLink, names: ReadonlySet<string>): boolean =>
  usesWithin(part, link).some(({ name }) => names.has(name));

/** Whether the other part has links that this one has not: they may be the same, spelt in another way. */
function hasOtherLinks(mine: readonly Part[], theirs: readonly Part[]): boolean {
  const own = new Set(
    withIncluded(mine).flatMap(({ links }) =>
      links.map(({ target }) => normaliseUrl(target.replace(/\s/g, ''))),
    ),
  );
  const names = namesIn(mine);
  /** Address made of fields, `{{ base_url }}/trips/{{ id }}`, which no reader of plain text takes for a link. */
  const isMade = ({ role, local, name }: FieldUse): boolean =>
    role === 'output' && !local && fieldKind(name) === 'link' && !elsewhere.test(name) && !names.has(name);
  return withIncluded(theirs).some(
    (part) =>
      part.parsed.uses.some(isMade) ||
      part.links.some(
        (link) =>
          !/^(?:mailto|tel|sms):|@/i.test(link.target) &&
          !elsewhere.test(link.target) &&
          !own.has(normaliseUrl(link.target.replace(/\s/g, ''))) &&
          !isShared({ part, link, name: '' }, names),
      ),
  );
}

function* lacking(
  name: 'html-only' | 'text-only',
  mine: readonly Part[],
  theirs: readonly Part[],
): Generator<GateHit> {
  const names = namesIn(theirs);
  let hasOthers: boolean | undefined;
  const seen = new Set<Link>();
  for (const one of fieldLinks(mine)) {
    if (isShared(one, names) || seen.has(one.link)) continue;
    seen.add(one.link);
    hasOthers ??= hasOtherLinks(mine, theirs);
    yield {
      case: isOpen(theirs) ? 'unsure' : hasOthers ? 'spelling' : name,
      at: { part: theirs.at(-1)! },
      about: one.name,
      args: { link: one.link.target },
      others: [{ part: one.part, span: one.link }],
    };
  }
}

/** A text part without any address beside HTML with one whose words ask to follow it. */
function* silent(world: World, { html, text }: Sibling): Generator<GateHit> {
  const own = withIncluded(text);
  if (
    isOpen(text) ||
    own.some((part) => part.links.length > 0 || factsOf(part).some(({ kind }) => kind === 'url'))
  )
    return;
  if (
    own.some(({ message, parsed }) =>
      parsed.uses.some((use) => kindOf(use.name, [], messageOf(world, message)) === 'link'),
    )
  )
    return;
  for (const part of withIncluded(html)) {
    const link = part.links.find(
      ({ target, words }) => /^https?:/i.test(target) && words !== '' && !elsewhere.test(target),
    );
    if (!link) continue;
    const args = { link: link.target };
    yield {
      case: 'static',
      at: { part: text.at(-1)! },
      about: link.target,
      args,
      others: [{ part, span: link }],
    };
    return;
  }
}

/** Links that one part of a mail has and the other lacks. */
export const linkParity: Check = function* (world) {
  for (const message of world.messages)
    for (const sibling of siblingsOf(message)) {
      const { channel, html, text } = sibling;
      if ((channel !== 'email' && channel !== 'unknown') || html.length === 0 || text.length === 0) continue;
      const found = [...lacking('html-only', html, text)];
      const rest = [...lacking('text-only', text, html)];
      yield* found;
      yield* found.length === 0 ? rest : rest.filter((hit) => hit.case !== 'spelling');
      if (found.length + rest.length === 0 && channel === 'email') yield* silent(world, sibling);
    }
};
