import type { Link, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { within } from '../../within.js';
import { FieldKinds } from './field-kinds.js';

/** Characters of an address that a browser takes. */
const longest = 4000;

interface Pair {
  readonly key: string;
  readonly fields: readonly string[];
  readonly value: string;
}

/** `name=value` of the query of a target, with the fields that stand in each. */
function queryOf({ parsed }: Part, { start, end, target }: Link): Pair[] {
  const uses = within(parsed.uses, { start, end }).filter(({ role }) => role === 'output');
  const tags = within(parsed.tags, { start, end });
  const isFree = (at: number): boolean => !tags.some((tag) => at >= tag.start && at < tag.end);
  const cuts = [...target.matchAll(/[?&#]|&amp;/g)].map(({ index }) => start + index).filter(isFree);
  return cuts.map((from, i) => {
    const to = cuts[i + 1] ?? end;
    const written = target.slice(from - start, to - start).replace(/^(?:&amp;|[?&#])/, '');
    const [key = '', ...rest] = written.slice(0, 500).split('=');
    const own = uses.filter((use) => use.start >= from && use.end <= to).map(({ name }) => name);
    return { key, fields: own, value: rest.join('=') };
  });
}

const isOf = (fields: FieldKinds, kinds: readonly string[]) => (pair: Pair) =>
  pair.fields.length > 0 &&
  [pair.key, ...pair.fields].some((name) => fields.isKind(name, kinds) !== undefined);

function caseOf(part: Part, link: Link, fields: FieldKinds): [string, string] | undefined {
  const query = queryOf(part, link);
  const secret = query.find(isOf(fields, ['secret']));
  const person = query.find(isOf(fields, ['identifier', 'national', 'account', 'birth']));
  const isPassword = query.find(({ key, value }) => value !== '' && /^(?:password|passwd|pwd)$/i.test(key));
  if (isPassword) return ['password', isPassword.key];
  if (secret && /^\s*http:/i.test(link.target)) return ['unencrypted', secret.key];
  if (secret && person) return ['with-person', `${secret.key}, ${person.key}`];
  return person ? ['person', person.key] : undefined;
}

function* secretsIn(part: Part, fields: FieldKinds): Generator<GateHit> {
  for (const link of part.links) {
    if (link.target.length > longest || /^\s*(?:mailto|tel|sms):/i.test(link.target)) continue;
    const found = caseOf(part, link, fields);
    if (!found) continue;
    const span = { start: link.start, end: link.end };
    yield { case: found[0], at: { part, span }, about: found[1], args: { names: found[1] } };
  }
}

/** Secrets and names of persons in addresses, which are kept in histories and logs on the way. */
export const secretInUrl: Check = function* (world) {
  const fields = new FieldKinds(world);
  for (const part of world.parts) if (!isInterface(part)) yield* secretsIn(part, fields);
};
