import type { Check } from '../../check.js';
import { translatedGroups } from '../../variants/groups.js';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Words and tags that differ, so that a comma does not make every translation old. */
function isSubstantial(before: string, now: string): boolean {
  const words = (text: string): string =>
    (text.match(/[\p{L}\p{N}{}%<>@$_]+/gu) ?? []).join(' ').toLowerCase();
  return words(before) !== words(now);
}

/** Translations that stayed as they were while the text they are made from was changed. */
export const staleTranslation: Check = function* (world) {
  const { before } = world;
  if (!before) return;
  for (const group of translatedGroups(world)) {
    const source = group.source === undefined ? undefined : group.byLocale.get(group.source)?.[0];
    const old = source && before(source);
    if (!source || old === undefined || !isSubstantial(fold(old), fold(source.text))) continue;
    for (const [locale, parts] of group.byLocale)
      for (const part of parts) {
        if (locale === group.source || before(part) !== part.text) continue;
        const args = { locale: locale || 'the default locale', other: source.locale || 'the default locale' };
        yield {
          case: group.channel === 'unknown' ? 'ui-stale' : 'stale',
          at: { part },
          about: locale,
          args,
          others: [{ part: source }],
        };
      }
  }
};
