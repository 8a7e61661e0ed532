import type { MessageChannel, Part, PartName } from '../../model/template.js';
import { languageOf } from '../../templates/facts/locales.js';
import { compareText } from '../../text/compare.js';
import { addTo } from '../../text/group-by.js';
import type { World } from '../world.js';

/** One text in every locale it is written in. */
export interface VariantGroup {
  readonly message: string;
  readonly channel: MessageChannel;
  readonly name: PartName;
  /** Key in its catalogue without the form of a plural; empty of a whole file. */
  readonly key: string;
  /** Texts by locale in order; forms of a plural are several texts of one locale. */
  readonly byLocale: ReadonlyMap<string, readonly Part[]>;
  /** Locale the others are made from, where it is among them. */
  readonly source: string | undefined;
}

const plural = /[._](?:zero|one|two|few|many|other|plural|\d)$/;

/** A key without the form of a plural that it is for: `inbox.other`, `inbox_one`. */
export const withoutPlural = (key: string): string => key.replace(plural, '');

const familyCache = new Map<string, string>();

/** A path without its locale: catalogues that differ in nothing else are one catalogue. */
export function familyOf(path: string, locale: string): string {
  const id = `${locale}\n${path}`;
  const known = familyCache.get(id);
  if (known !== undefined) return known;
  const language = languageOf(locale);
  const names = [locale, language]
    .filter((one) => /^[\w-]+$/.test(one))
    .map((one) => one.replaceAll('-', '[-_]'));
  const pattern = new RegExp(`(^|[/._-])(?:${names.join('|') || '(?!)'})(?=[/._-]|$)`, 'gi');
  const family = path.replace(pattern, '').replace(/^[/._-]+/, '');
  familyCache.set(id, family);
  return family;
}

/** Locales of the texts of each file: a catalogue of gettext has the source beside its own. */
function localesByFile(parts: readonly Part[]): ReadonlyMap<string, ReadonlySet<string>> {
  const locales = new Map<string, Set<string>>();
  for (const { file, locale } of parts)
    locales.set(file.path, (locales.get(file.path) ?? new Set()).add(locale));
  return locales;
}

/** Entries of a catalogue are one text by their key, whatever each of them was taken for. */
function idOf({ key, message, channel, name, file }: Part, family: (path: string) => string): string {
  if (key === '') return JSON.stringify([message, channel, name]);
  return JSON.stringify([withoutPlural(key), family(file.path)]);
}

/** The locale others are made from: the world's, else one of its language, else texts that name none. */
function sourceOf(locales: readonly string[], wanted: string): string | undefined {
  if (wanted === '') return locales.includes('') ? '' : undefined;
  return (
    locales.find((locale) => locale === wanted) ??
    locales.find((locale) => locale !== '' && languageOf(locale) === languageOf(wanted)) ??
    locales.find((locale) => locale === '')
  );
}

/** Each catalogue of gettext has the text of the program once more. */
const isRepeat = ({ key, text, file }: Part, one: Part): boolean =>
  key !== '' && one.text === text && one.key === key && one.file !== file;

function toGroup(parts: readonly Part[], sourceLocale: string): VariantGroup {
  const byLocale = new Map<string, Part[]>();
  for (const part of parts) {
    if (!byLocale.get(part.locale)?.some((one) => isRepeat(part, one))) addTo(byLocale, part.locale, part);
  }
  const { message, channel, name, key } = parts[0]!;
  const locales = [...byLocale.keys()].sort(compareText);
  return {
    message,
    channel,
    name,
    key: withoutPlural(key),
    byLocale: new Map(locales.map((locale) => [locale, byLocale.get(locale)!])),
    source: sourceOf(locales, sourceLocale),
  };
}

const known = new WeakMap<World, readonly VariantGroup[]>();

/** Every text of the world with the locales it is written in, in order of the world. */
export function variantGroups(world: World): readonly VariantGroup[] {
  const cached = known.get(world);
  if (cached) return cached;
  const byId = new Map<string, Part[]>();
  const locales = localesByFile(world.parts);
  const families = new Map(
    [...locales].map(([path, own]) => [path, [...own].reduce(familyOf, path)] as const),
  );
  const family = (path: string): string => families.get(path)!;
  for (const part of world.parts) {
    const id = idOf(part, family);
    addTo(byId, id, part);
  }
  const groups = [...byId.values()].map((parts) => toGroup(parts, world.sourceLocale));
  known.set(world, groups);
  return groups;
}

/** The same with two locales or more. */
export const translatedGroups = (world: World): VariantGroup[] =>
  variantGroups(world).filter(({ byLocale }) => byLocale.size > 1);
