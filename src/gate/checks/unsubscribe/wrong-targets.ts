import type { Link, Part } from '../../../model/template.js';
import { addTo } from '../../../text/group-by.js';
import type { GateHit } from '../../check.js';
import { maskTags } from '../../mask-tags.js';
import { within } from '../../within.js';
import { type Message, readable } from '../../world.js';
import type { Ways } from './ways.js';

interface Way {
  readonly part: Part;
  readonly link: Link;
  /** Fields its target is made of; empty for a plain address. */
  readonly fields: string;
}

const fieldsOf = ({ parsed }: Part, link: Link): string =>
  [...new Set(within(parsed.uses, link).map(({ name }) => name))].sort().join(' ');

/** Words of the sentence around a link. */
function sentenceAround(part: Part, { start, end }: Link): string {
  const text = maskTags(part);
  const before = text.slice(Math.max(0, start - 200), start).replace(/[\s\S]*(?:[.!?。](?=\s)|\n\s*\n)/, '');
  const after = text.slice(end, end + 120).split(/[.!?。](?:\s|$)|\n\s*\n/)[0]!;
  return `${before} ${after}`.replace(/<[^<>]{0,300}>?/g, ' ');
}

const lastSaid = (part: Part, links: readonly Link[], ways: Ways): Link[] => {
  const last = links.findLast((link) => ways.isSaid(sentenceAround(part, link), part.locale, ['stop']));
  return last ? [last] : [];
};

/** Links by which a part lets its readers stop: by their target, their words, or the only one of a sentence that says so. */
function waysIn(part: Part, ways: Ways): Way[] {
  const links = part.links.filter(({ target }) => !/^\s*(?:mailto|tel):/i.test(target));
  const own = links.filter((link) => ways.isWay(link, part.locale));
  const said = own.length > 0 ? own : lastSaid(part, links, ways);
  return said.map((link) => ({ part, link, fields: fieldsOf(part, link) }));
}

/** What the ways of most locales are made of, if it is more than half of them. */
function mostCommon(all: readonly Way[]): string | undefined {
  const locales = new Map<string, Set<string>>();
  for (const { fields, part } of all)
    if (fields !== '') locales.set(fields, (locales.get(fields) ?? new Set()).add(part.locale));
  const half = new Set(all.map(({ part }) => part.locale)).size / 2;
  return [...locales].find(([, own]) => own.size >= 2 && own.size > half)?.[0];
}

/** The target named after stopping that most texts of a message lead to; undefined where two are as common. */
function mostNamed(message: Message, ways: Ways): string | undefined {
  const counts = new Map<string, number>();
  for (const part of readable(message))
    for (const { fields } of waysIn(part, ways))
      if (fields !== '' && ways.isTarget(fields, ['stop'])) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** Fields that links of these parts have beside their ways to stop. */
function otherFields(parts: readonly Part[], all: readonly Way[]): Set<string> {
  const asWay = new Set(all.map(({ link }) => link));
  return new Set(
    parts.flatMap((part) =>
      part.links.filter((link) => !asWay.has(link)).map((link) => fieldsOf(part, link)),
    ),
  );
}

/** Texts of several locales that should say the same: entries of one key, files of one part. */
function alikeIn(message: Message): Part[][] {
  const groups = new Map<string, Part[]>();
  for (const part of readable(message)) {
    if (part.channel !== 'email' && part.channel !== 'unknown') continue;
    const key = JSON.stringify([part.name, part.key]);
    addTo(groups, key, part);
  }
  return [...groups.values()].filter((parts) => new Set(parts.map(({ locale }) => locale)).size >= 2);
}

/** Entries of a catalogue without the way that the same entry has in most other locales. */
function* lostIn(parts: readonly Part[], all: readonly Way[], usual: string, ways: Ways): Generator<GateHit> {
  const having = parts.filter((part) => all.some((way) => way.part === part));
  if (!ways.isTarget(usual) || having.length * 3 < parts.length * 2) return;
  for (const part of parts) {
    if (part.key === '' || having.includes(part)) continue;
    if (part.parsed.uses.some(({ name }) => name === usual)) continue;
    yield {
      case: 'not-here',
      at: { part },
      about: 'opt-out',
      args: { others: having.length },
      others: having.slice(0, 3).map((other) => ({ part: other })),
    };
  }
}

/** A way to stop that leads where another link of the same text leads, which says nothing of stopping. */
function* shared(message: Message, ways: Ways): Generator<GateHit> {
  for (const part of readable(message)) {
    if (part.channel !== 'email') continue;
    const own = waysIn(part, ways).filter(({ link }) => !ways.isTarget(link.target));
    for (const { link } of own) {
      const other = part.links.find(
        (one) =>
          one !== link &&
          one.target === link.target &&
          !ways.isWay(one, part.locale) &&
          !ways.isSaid(lineBefore(part, one), part.locale),
      );
      if (!other) continue;
      yield {
        case: 'shared-target',
        at: { part, span: { start: link.start, end: link.end } },
        about: 'opt-out',
        args: { target: link.target },
        others: [{ part, span: { start: other.start, end: other.end } }],
      };
    }
  }
}

/** What stands before a link on its line: the words that name it in a plain text. */
const lineBefore = ({ text }: Part, { start }: Link): string =>
  text
    .slice(Math.max(0, start - 200), start)
    .split('\n')
    .at(-1)!;

/** Texts whose way to stop leads elsewhere than it should: unlike other locales, or where another link leads. */
export function* wrongTargets(message: Message, ways: Ways): Generator<GateHit> {
  const byLocale = [...unlikeOthers(message, ways)];
  yield* byLocale;
  const isTold = ({ at }: GateHit): boolean =>
    byLocale.some((hit) => 'part' in at && 'part' in hit.at && hit.at.part === at.part);
  for (const hit of shared(message, ways)) if (!isTold(hit)) yield hit;
}

/** Texts whose way to stop leads elsewhere than that of most other locales of the same text. */
function* unlikeOthers(message: Message, ways: Ways): Generator<GateHit> {
  const groups = alikeIn(message);
  const named = groups.length > 0 ? mostNamed(message, ways) : undefined;
  for (const parts of groups) {
    const all = parts.flatMap((part) => waysIn(part, ways));
    const usual = mostCommon(all) ?? named;
    if (usual === undefined) continue;
    yield* lostIn(parts, all, usual, ways);
    const others = otherFields(message.parts, all);
    const isElsewhere = (fields: string): boolean =>
      !ways.isTarget(fields) && (others.has(fields) || ways.isTarget(usual));
    for (const { part, link, fields } of all) {
      if (fields === usual || fields === '' || (ways.isTarget(fields) && !ways.isTarget(usual))) continue;
      yield {
        case: isElsewhere(fields) ? 'wrong-target' : 'odd-target',
        at: { part, span: { start: link.start, end: link.end } },
        about: 'opt-out',
        args: { target: fields, usual },
      };
    }
  }
}
