import type { Part } from '../../model/template.js';
import { toAsciiDigits } from '../../templates/facts/digits.js';
import { isSameFact } from '../../templates/facts/index.js';
import { languageOf } from '../../templates/facts/locales.js';
import { numberWordPattern } from '../../templates/facts/number-words.js';
import { sentencesOf } from '../../templates/facts/sentences.js';
import type { FactKind } from '../../templates/facts/types.js';
import type { World } from '../world.js';
import { factsOf, type PlacedFact } from './facts.js';
import { fieldsOf } from './fields.js';
import { translatedGroups, type VariantGroup } from './groups.js';
import { explainedDifferences } from './renames.js';

export interface MissingFact {
  readonly fact: PlacedFact;
  readonly part: Part;
  readonly locale: string;
  readonly have: number;
  readonly of: number;
}

const kinds: readonly FactKind[] = ['duration', 'amount', 'percent', 'date'];

const single = ({ channel, byLocale }: VariantGroup): [string, Part][] =>
  channel === 'unknown'
    ? []
    : [...byLocale].flatMap(([locale, parts]) =>
        parts.length === 1 && parts[0]!.text.trim() !== '' ? [[locale, parts[0]!]] : [],
      );

/** Whether a text may say a fact in a way that is not read: the number stands there, or may be a word. */
function mayStillSay(part: Part, { part: other, span, kind }: PlacedFact): boolean {
  const numbers = toAsciiDigits(other.text.slice(span.start, span.end)).match(/\d+/g) ?? [];
  const digits = new Set<string>(toAsciiDigits(part.prose.text).match(/\d+/g));
  if (numbers.length === 0 || numbers.some((number) => digits.has(number))) return true;
  const isSmall = numbers.every((number) => Number(number) <= 12);
  return kind === 'duration' && isSmall && numberWordPattern(languageOf(part.locale) || 'en') === undefined;
}

/** Facts that most locales of a text state with the same number and one does not state in any way. */
export function* missingInLocales(world: World): Generator<MissingFact> {
  for (const group of translatedGroups(world)) {
    const texts = single(group);
    const source = texts.find(([locale]) => locale === group.source)?.[1];
    if (!source) continue;
    for (const fact of factsOf(source).filter(({ kind }) => kinds.includes(kind))) {
      const without = texts.filter(([, part]) => !factsOf(part).some((one) => isSameFact(one, fact)));
      const have = texts.length - without.length;
      if (have * 2 < texts.length) continue;
      for (const [locale, part] of without) {
        const isOther = factsOf(part).some(({ kind }) => kind === fact.kind);
        const hasMore = [...fieldsOf([part]).keys()].some((name) => !fieldsOf([source]).has(name));
        if (!isOther && !hasMore && !mayStillSay(part, fact))
          yield { fact, part, locale, have, of: texts.length };
      }
    }
  }
}

export interface ShortTranslation {
  readonly part: Part;
  readonly locale: string;
  readonly sentences: number;
  readonly expected: number;
  readonly reference: Part;
  /** A field that is lost with them. */
  readonly lost: string | undefined;
}

const withoutStops = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz']);
const lengthOf = ({ prose }: Part): number => sentencesOf(prose.text.slice(0, 100_000)).length;

/** Translations with fewer sentences than their source: any less where a field is lost, too, else by far. */
export function* shortTranslations(world: World): Generator<ShortTranslation> {
  const lostIn = new Map(
    explainedDifferences(world).flatMap(({ parts, lost }) =>
      lost[0] ? parts.map((part) => [part, lost[0]!.name] as const) : [],
    ),
  );
  for (const group of translatedGroups(world)) {
    const texts = single(group);
    const reference = texts.find(([locale]) => locale === group.source)?.[1];
    if (!reference) continue;
    const expected = lengthOf(reference);
    if (expected < 2) continue;
    const lengths = texts.map(([, part]) => lengthOf(part)).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)]!;
    for (const [locale, part] of texts) {
      if (part === reference || withoutStops.has(languageOf(locale))) continue;
      const sentences = lengthOf(part);
      const lost = lostIn.get(part);
      const isShort =
        lost === undefined
          ? expected >= 5 && texts.length >= 3 && sentences <= 0.6 * Math.min(expected, median)
          : sentences < Math.min(expected, Math.max(median, 2));
      if (isShort) yield { part, locale, sentences, expected, reference, lost };
    }
  }
}
