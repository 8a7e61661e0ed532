import type { FieldUse, Part, Span } from '../../model/template.js';
import { type FieldKind, fieldKind } from '../../templates/facts/field-kind.js';
import { groupBy } from '../../text/group-by.js';
import { findSupplied } from '../supply-index.js';
import { firstFrom } from '../within.js';
import type { Message, World } from '../world.js';

/** A field as a text uses it. */
export interface PlacedUse {
  readonly part: Part;
  readonly use: FieldUse;
}

/** Uses by name, what templates make themselves left out. */
export type Fields = ReadonlyMap<string, readonly PlacedUse[]>;

const cache = new WeakMap<Part, Fields>();

function* usesOf(part: Part): Generator<PlacedUse> {
  for (const one of [part, ...part.included])
    for (const use of one.parsed.uses) if (!use.local) yield { part: one, use };
}

function ownFields(part: Part): Fields {
  const known = cache.get(part);
  if (known) return known;
  const fields = group(usesOf(part));
  cache.set(part, fields);
  return fields;
}

function group(uses: Iterable<PlacedUse>): Fields {
  return groupBy(uses, (placed) => placed.use.name);
}

/** Fields of several texts that are one, as the forms of a plural are; those of included texts count. */
export const fieldsOf = (parts: readonly Part[]): Fields =>
  parts.length === 1 ? ownFields(parts[0]!) : group(parts.flatMap((part) => [...usesOf(part)]));

/** Whether readers see the value: it is put out, or its items are. */
export const isShown = (uses: readonly PlacedUse[]): boolean =>
  uses.some(({ use }) => use.role !== 'condition');

/** Whether readers see the value only sometimes: every use has a fallback or is a condition. */
export const isOptional = (uses: readonly PlacedUse[]): boolean =>
  uses.every(({ use }) => use.fallback || use.role === 'condition');

/** Whether the value is put in as a target of a link: in an attribute, or as an address by itself. */
function isTarget({ part, use }: PlacedUse): boolean {
  if (part.links.some(({ start, end }) => use.start >= start && use.end <= end)) return true;
  return /(?:href|src|action)\s*=\s*["']?$/i.test(
    part.text.slice(Math.max(0, use.tag.start - 20), use.tag.start),
  );
}

/** A line of its own in a text of several lines: what plain text does with links. */
function standsAlone({ part, use }: PlacedUse): boolean {
  const before = part.text.slice(0, use.tag.start);
  const after = part.text.slice(use.tag.end, use.tag.end + 2);
  return /\n[ \t]*$/.test(before.slice(-20)) && /^\s*(?:\n|$)/.test(after);
}

/** Uses that tell what a field is; more tell nothing else. */
const enough = 20;

/** What a field is, by what the supply says, by its name, or by where it stands. */
export function kindOf(name: string, uses: readonly PlacedUse[], message?: Message): FieldKind {
  const first = uses[0];
  const supplied =
    message?.supply && first && findSupplied(message.supply, first.part.parsed.syntax, first.use);
  if (typeof supplied === 'object' && supplied.field.type) {
    const type = fieldKind(supplied.field.type);
    if (type !== 'other') return type;
  }
  const some = uses.slice(0, enough);
  if (some.some(isTarget)) return 'link';
  if (/^\d+$/.test(name)) return some.some(standsAlone) ? 'link' : 'other';
  return fieldKind(name);
}

const messagesCache = new WeakMap<World, ReadonlyMap<string, Message>>();

/** The message of an id. */
export function messageOf(world: World, id: string): Message | undefined {
  const known = messagesCache.get(world) ?? new Map(world.messages.map((message) => [message.id, message]));
  messagesCache.set(world, known);
  return known.get(id);
}

/** Uses within a span of a part's text, found by halving: uses are in order of place. */
export function usesWithin({ parsed: { uses } }: Part, { start, end }: Span): readonly FieldUse[] {
  const first = firstFrom(uses, start);
  let last = first;
  while (last < uses.length && uses[last]!.end <= end) last += 1;
  return uses.slice(first, last);
}
