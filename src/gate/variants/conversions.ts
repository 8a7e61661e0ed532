import type { FieldUse, Part } from '../../model/template.js';
import type { World } from '../world.js';
import { fieldsOf, type PlacedUse } from './fields.js';
import { translatedGroups } from './groups.js';

/** As what a text puts a value in; values of other kinds are refused, or printed as something else. */
export type Conversion = 'text' | 'whole number' | 'decimal number' | 'number' | 'date' | 'character';

const ofPrintf: readonly (readonly [RegExp, Conversion])[] = [
  [/^[sr@]$/, 'text'],
  [/^[dDiuoxX]$/, 'whole number'],
  [/^[feEgG]$/, 'decimal number'],
  [/^c$/, 'character'],
];

/** Words behind the name of an argument: `{0,date}`, `{count, plural, …}`. */
const ofArguments: readonly (readonly [RegExp, Conversion])[] = [
  [/^(?:number|plural|selectordinal|choice|spellout|ordinal)$/, 'number'],
  [/^(?:date|time)$/, 'date'],
];

const find = (table: typeof ofPrintf, word: string | undefined): Conversion | undefined =>
  word === undefined ? undefined : table.find(([pattern]) => pattern.test(word))?.[1];

/** What a use turns its value into; undefined where it puts in whatever comes. */
export function conversionOf(
  { parsed: { syntax }, text }: Part,
  { tag, end }: FieldUse,
): Conversion | undefined {
  if (syntax === 'printf' || syntax === 'percent')
    return find(ofPrintf, /^%.*?([A-Za-z@])$/s.exec(text.slice(tag.start, tag.end))?.[1]);
  if (syntax !== 'icu' && syntax !== 'messageformat') return undefined;
  return find(ofArguments, /^\s*,\s*(\w{1,20})/.exec(text.slice(end, end + 40))?.[1]);
}

/** A value that one locale puts in as something else than the locale it is made from. */
export interface Retyped extends PlacedUse {
  readonly as: Conversion;
  readonly source: PlacedUse;
  readonly expected: Conversion;
}

function conversionsOf(uses: readonly PlacedUse[]): ReadonlyMap<Conversion, PlacedUse> {
  const known = new Map<Conversion, PlacedUse>();
  for (const one of uses) {
    const conversion = conversionOf(one.part, one.use);
    if (conversion && !known.has(conversion)) known.set(conversion, one);
  }
  return known;
}

function* changed(parts: readonly Part[], reference: readonly Part[]): Generator<Retyped> {
  const fields = fieldsOf(reference);
  for (const [name, uses] of fieldsOf(parts)) {
    const expected = conversionsOf(fields.get(name) ?? []);
    const [first] = expected;
    if (!first) continue;
    for (const one of uses) {
      const as = conversionOf(one.part, one.use);
      if (as && !expected.has(as)) yield { ...one, as, expected: first[0], source: first[1] };
    }
  }
}

/** Values put in as another kind than in the source locale, in order of the world, of locales and of fields. */
export function* retyped(world: World): Generator<Retyped> {
  for (const { byLocale, source } of translatedGroups(world)) {
    const reference = source === undefined ? undefined : byLocale.get(source);
    if (!reference) continue;
    for (const [locale, parts] of byLocale) if (locale !== source) yield* changed(parts, reference);
  }
}
