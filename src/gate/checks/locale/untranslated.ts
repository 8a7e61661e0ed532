import { languageOf } from '../../../templates/facts/locales.js';
import type { Check } from '../../check.js';
import { translatedGroups } from '../../variants/groups.js';

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Words of letters, without those that are the same in every language. */
function wordCount(text: string, allowed: readonly string[]): number {
  const known = allowed.reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ' '), fold(text));
  return known.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => /\p{L}{2}/u.test(word)).length;
}

/** Texts that are the same in two languages. */
export const untranslated: Check = function* (world, { words }) {
  const allowed = [
    ...(world.settings.allowed_words ?? []),
    ...(world.settings.brand?.name ? [world.settings.brand.name] : []),
  ];
  for (const group of translatedGroups(world)) {
    const source = group.source === undefined ? undefined : group.byLocale.get(group.source)?.[0];
    if (!source || group.channel === 'unknown') continue;
    const text = fold(source.prose.text);
    if (wordCount(text, allowed) < Number(words)) continue;
    const language = languageOf(source.locale || 'en');
    for (const [locale, parts] of group.byLocale)
      for (const part of parts) {
        if (locale === group.source || languageOf(locale) === language || fold(part.prose.text) !== text)
          continue;
        const args = { locale: locale || 'the default locale', other: source.locale || 'the default locale' };
        yield { case: 'same', at: { part }, about: locale, args, others: [{ part: source }] };
      }
  }
};
