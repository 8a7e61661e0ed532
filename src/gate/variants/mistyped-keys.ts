import { distance } from 'fastest-levenshtein';
import type { Part } from '../../model/template.js';
import { addTo } from '../../text/group-by.js';
import type { World } from '../world.js';
import { familyOf, variantGroups } from './groups.js';

/** A key of one locale that is a slip away from one that this locale lacks. */
export interface MistypedKey {
  readonly part: Part;
  readonly like: string;
  readonly source: Part;
}

/** Shorter keys differ by a letter or two because they are different keys. */
const shortest = 7;

const isSlip = (key: string, other: string): boolean =>
  Math.abs(key.length - other.length) <= 2 &&
  key.slice(0, key.lastIndexOf('.') + 1) === other.slice(0, other.lastIndexOf('.') + 1) &&
  other.length - other.lastIndexOf('.') > shortest &&
  !/\d/.test(key + other) &&
  distance(key, other) <= 2;

/** Catalogues by family: the keys that only one locale has, and the keys with the locales that have them. */
interface Family {
  readonly alone: Map<string, Part[]>;
  readonly common: { key: string; source: Part; locales: ReadonlySet<string> }[];
  readonly locales: Set<string>;
}

const emptyFamily = (): Family => ({ alone: new Map(), common: [], locales: new Set() });

function families(world: World): Iterable<Family> {
  const byName = new Map<string, Family>();
  for (const { key, byLocale, source } of variantGroups(world)) {
    const first = [...byLocale.values()][0]![0]!;
    if (key === '') continue;
    const name = familyOf(first.file.path, first.locale);
    const family = byName.get(name) ?? emptyFamily();
    byName.set(name, family);
    for (const locale of byLocale.keys()) family.locales.add(locale);
    const original = source === undefined ? undefined : byLocale.get(source)?.[0];
    if (original) family.common.push({ key, source: original, locales: new Set(byLocale.keys()) });
    else if (byLocale.size === 1) addTo(family.alone, first.locale, first);
  }
  return byName.values();
}

/** Keys nothing else has beside keys that are missing; most locales must have the right one. */
export function* mistypedKeys(world: World): Generator<MistypedKey> {
  for (const { alone, common, locales } of families(world))
    for (const [locale, parts] of alone) {
      if (parts.length > 200) continue;
      const lacking = common.filter(
        (one) => !one.locales.has(locale) && one.locales.size * 2 >= locales.size - 1,
      );
      for (const part of parts) {
        const like = lacking.find(({ key }) => isSlip(part.key, key));
        if (like) yield { part, like: like.key, source: like.source };
      }
    }
}
