import type { Contract } from '../../../model/contract.js';
import type { Link, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { nameWords } from '../../name-words.js';
import { type Message, readable, type World, withIncluded } from '../../world.js';
import { Ways } from './ways.js';

type Target = Contract['opt_out_targets'][number];

/** Words by which names of addresses end, and names of places do not. */
const ends = /(?: (?:url|uri|link|href|page|address|id))+$/;
const wordsOf = (name: string): string => nameWords(name).replace(ends, '');

interface Way {
  readonly part: Part;
  readonly link: Link;
  /** Fields of its target, or what of a plain address says where it leads. */
  readonly names: readonly string[];
}

function namesOf({ parsed }: Part, { start, end, target }: Link): string[] {
  const fields = parsed.uses.filter((use) => use.start >= start && use.end <= end).map(({ name }) => name);
  return fields.length > 0 ? fields : (target.split(/[?#]/)[0]!.match(/[\w.-]+/g) ?? []).slice(-2);
}

function* waysOf(message: Message, ways: Ways): Generator<Way> {
  const seen = new Set<Part>();
  for (const part of readable(message).flatMap(withIncluded)) {
    if (seen.has(part)) continue;
    seen.add(part);
    for (const link of part.links)
      if (ways.isWay(link, part.locale) && !/^\s*mailto:/i.test(link.target))
        yield { part, link, names: namesOf(part, link) };
  }
}

const targetOf = (names: readonly string[], targets: readonly Target[]): Target | undefined =>
  targets.find(({ target }) => names.some((name) => wordsOf(name) === wordsOf(target)));

/** Whether what can be refused there covers a kind of message; scopes are `lob/comm_type/channel`. */
const covers = ({ scopes }: Target, type: string, channel: string): boolean =>
  scopes.length === 0 ||
  scopes.some((scope) => {
    const [, what = '*', where = '*'] = scope.split('/').length > 2 ? splitScope(scope) : ['', scope, '*'];
    return (
      (what === '*' || type === what || type.startsWith(`${what}/`)) && (where === '*' || where === channel)
    );
  });

/** The type in the middle is a path itself. */
function splitScope(scope: string): string[] {
  const parts = scope.split('/');
  const type = parts.slice(1, -1).join('/').replace(/\/\*$/, '');
  return [parts[0]!, type, parts.at(-1)!];
}

function caseOf(
  way: Way,
  message: Message,
  { contract }: World,
): { name: string; target: string } | undefined {
  const target = targetOf(way.names, contract!.opt_out_targets);
  if (!target) return undefined;
  const of = { target: target.target };
  if (!target.stores_preferences) return { name: 'dead', ...of };
  const type = message.communication?.comm_type;
  if (type === undefined || way.part.channel === 'unknown' || covers(target, type, way.part.channel)) return undefined;
  return { name: 'other-scope', ...of };
}

/** Ways to stop a message that lead where nobody keeps what is said, or keeps something else. */
export const deadTarget: Check = function* (world) {
  const ways = new Ways(world);
  for (const message of world.messages)
    for (const way of waysOf(message, ways)) {
      const found = caseOf(way, message, world);
      if (!found) continue;
      const hit: GateHit = {
        case: found.name,
        at: { part: way.part, span: { start: way.link.start, end: way.link.end } },
        about: found.target,
        args: { target: found.target, message: message.id, channel: way.part.channel },
      };
      yield hit;
    }
};
