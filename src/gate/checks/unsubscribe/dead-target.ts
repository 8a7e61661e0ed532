import type { Contract } from '../../../model/contract.js';
import type { Link, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { nameWords } from '../../name-words.js';
import { type Message, readable, withIncluded } from '../../world.js';
import { Ways } from './ways.js';

type Target = Contract['opt_out_targets'][number];

/** Words by which names of addresses end, and names of places do not. */
const ends = /(?: (?:url|uri|link|href|page|address|id))+$/;
const wordsOf = (name: string): string => nameWords(name).replace(ends, '');

/** Targets by the words of their names. */
type Targets = ReadonlyMap<string, Target>;

interface Way {
  readonly part: Part;
  readonly link: Link;
  readonly target: Target;
}

/** Fields of a link's target, or what of a plain address says where it leads. */
function namesOf({ parsed }: Part, { start, end, target }: Link): string[] {
  const fields = parsed.uses.filter((use) => use.start >= start && use.end <= end).map(({ name }) => name);
  return fields.length > 0 ? fields : (target.split(/[?#]/)[0]!.match(/[\w.-]+/g) ?? []).slice(-2);
}

function targetOf(part: Part, link: Link, targets: Targets): Target | undefined {
  const name = namesOf(part, link).find((one) => targets.has(wordsOf(one)));
  return name === undefined ? undefined : targets.get(wordsOf(name));
}

/** Links to places where customers can say no, by which a message says that they can. */
function* waysOf(message: Message, targets: Targets, ways: Ways): Generator<Way> {
  for (const part of new Set(readable(message).flatMap(withIncluded)))
    for (const link of part.links) {
      const target = /^\s*mailto:/i.test(link.target) ? undefined : targetOf(part, link, targets);
      if (target && ways.isWay(link, part.locale)) yield { part, link, target };
    }
}

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

function caseOf({ target, part }: Way, { communication }: Message): 'dead' | 'other-scope' | undefined {
  if (!target.stores_preferences) return 'dead';
  const type = communication?.comm_type;
  if (type === undefined || part.channel === 'unknown' || covers(target, type, part.channel))
    return undefined;
  return 'other-scope';
}

function toHit(name: string, { part, link, target: { target } }: Way, { id }: Message): GateHit {
  return {
    case: name,
    at: { part, span: { start: link.start, end: link.end } },
    about: target,
    args: { target, message: id, channel: part.channel },
  };
}

/** Ways to stop a message that lead where nobody keeps what is said, or keeps something else. */
export const deadTarget: Check = function* (world) {
  const targets: Targets = new Map(
    (world.contract?.opt_out_targets ?? []).map((target) => [wordsOf(target.target), target]),
  );
  if (targets.size === 0) return;
  const ways = new Ways(world);
  for (const message of world.messages)
    for (const way of waysOf(message, targets, ways)) {
      const found = caseOf(way, message);
      if (found) yield toHit(found, way, message);
    }
};
