import type { Part } from '../../../model/template.js';
import { fieldKind, isEssential } from '../../../templates/facts/field-kind.js';
import type { Check, GateHit } from '../../check.js';
import { findSupplied } from '../../supply-index.js';
import { retyped } from '../../variants/conversions.js';
import type { ExtraField, LostField } from '../../variants/difference.js';
import { messageOf } from '../../variants/fields.js';
import { literalFor } from '../../variants/literals.js';
import { type Explained, explainedDifferences } from '../../variants/renames.js';
import type { World } from '../../world.js';

/** Entries of a catalogue that may be texts of a screen weigh one step less. */
const prefix = ({ group }: Explained): string => (group.channel === 'unknown' ? 'ui-' : '');

/** A field most locales do without may be left out on purpose, unless it is what readers are to follow. */
function lossOf({ kind, optional, have, of }: LostField): string {
  const isCommon = have * 2 >= of;
  if (optional) return isCommon ? 'lost' : 'rare';
  if (isEssential(kind)) return isCommon || kind === 'link' || kind === 'code' ? 'essential' : 'lost';
  return isCommon ? 'lost' : 'rare';
}

/** The last text of several is where a reader would look for what is missing in all. */
const placeOf = (parts: readonly Part[]): Part => parts.at(-1)!;

/** A neighbour in its place weighs only where both are of one kind, as arguments and links are. */
const isTaken = ({ name, kind }: LostField, other: string): boolean =>
  (/^\d+$/.test(name) && /^\d+$/.test(other)) || (kind !== 'other' && fieldKind(other) === kind);

const heads = new Set(['subject', 'preheader', 'title']);

/** Whether a subject or title leaves out what the text behind it says in the same locale. */
const isSaidBelow = (world: World, { group, parts }: Explained, { name }: LostField): boolean =>
  heads.has(group.name) &&
  (messageOf(world, group.message)?.parts ?? []).some(
    (part) =>
      part.locale === parts[0]!.locale &&
      part.channel === group.channel &&
      !heads.has(part.name) &&
      part.parsed.uses.some((use) => use.name === name),
  );

function* lostIn(world: World, difference: Explained): Generator<GateHit> {
  const { lost, parts, locale, reference, repeated } = difference;
  for (const field of lost) {
    if (literalFor(difference, field)) continue;
    const [, uses] = repeated.find(([other]) => isTaken(field, other)) ?? [];
    const first = field.elsewhere[0]!;
    const second =
      uses?.find(({ part }) => parts.includes(part)) &&
      uses.filter(({ part }) => parts.includes(part)).at(-1);
    yield {
      case: `${prefix(difference)}${second ? 'repeated' : isSaidBelow(world, difference, field) ? 'rare' : lossOf(field)}`,
      at: second ? { part: second.part, span: second.use } : { part: placeOf(parts) },
      about: field.name,
      args: {
        field: field.name,
        locale: locale || 'the default locale',
        other: reference[0]!.locale || 'the default locale',
        have: field.have,
        of: field.of,
        ...(second && { instead: second.use.name }),
      },
      others: [{ part: first.part, span: first.use }],
    };
  }
}

/** Whether somebody hands the field over: then it is no mistake to use it, and where nobody does, another rule says so. */
function isJudged(world: World, { group }: Explained, { uses }: ExtraField): boolean {
  const supply = messageOf(world, group.message)?.supply;
  const first = uses[0]!;
  return supply !== undefined && findSupplied(supply, first.part.parsed.syntax, first.use) !== 'open';
}

function* extraIn(world: World, difference: Explained): Generator<GateHit> {
  for (const field of difference.extra) {
    if (isJudged(world, difference, field) || world.settings.globals?.includes(field.name)) continue;
    const { part, use } = field.uses.find((one) => difference.parts.includes(one.part)) ?? field.uses[0]!;
    yield {
      case: `${prefix(difference)}extra`,
      at: { part, span: use },
      about: field.name,
      args: {
        field: field.name,
        locale: difference.locale || 'the default locale',
        other: difference.reference[0]!.locale || 'the default locale',
        also: field.also,
      },
      others: [{ part: difference.reference[0]! }],
    };
  }
}

/** A value put in as another kind: text takes any value, the rest does not. */
function* retypedIn(world: World): Generator<GateHit> {
  for (const { part, use, as, expected, source } of retyped(world))
    yield {
      case: `${part.channel === 'unknown' ? 'ui-' : ''}${as === 'text' ? 'untyped' : 'retyped'}`,
      at: { part, span: use.tag },
      about: use.name,
      args: {
        field: use.name,
        locale: part.locale || 'the default locale',
        other: source.part.locale || 'the default locale',
        as,
        expected,
        written: source.part.text.slice(source.use.tag.start, source.use.tag.end),
      },
      others: [{ part: source.part, span: source.use.tag }],
    };
}

/** Fields of a text that differ between its locales. */
export const placeholderDrift: Check = function* (world) {
  for (const difference of explainedDifferences(world)) {
    yield* lostIn(world, difference);
    yield* extraIn(world, difference);
  }
  yield* retypedIn(world);
};
