import type { World } from '../world.js';
import type { Difference, ExtraField, LostField } from './difference.js';
import { differences } from './differences.js';
import { findSpelt, likeness, type Spelt } from './spelling.js';

export type Renaming = 'recased' | 'misspelt' | 'translated' | 'renamed';

/** A lost field, and what seems to stand in its place. */
export interface Rename {
  readonly lost: LostField;
  readonly how: Renaming | Spelt['how'];
  readonly extra?: ExtraField;
  readonly spelt?: Spelt;
}

/** A difference with what explains part of it. */
export interface Explained extends Difference {
  readonly renames: readonly Rename[];
}

const isNumbered = (name: string): boolean => /^\d+$/.test(name);

/** Names that texts in the source locale use, and those that senders hand over. */
function namesKnown(world: World): Set<string> {
  const names = new Set(world.settings.globals);
  for (const part of world.parts)
    if (part.locale === world.sourceLocale || part.locale === '')
      for (const use of part.parsed.uses) names.add(use.name);
  for (const { supply } of world.messages) for (const { name } of supply?.fields ?? []) names.add(name);
  return names;
}

/** A name in another alphabet, or one that no other locale has, was translated; one that others have too is older. */
const unlike = ({ name, also }: ExtraField): Renaming =>
  /[^\x20-\x7e]/.test(name) || also === 0 ? 'translated' : 'renamed';

function pairAlike(lost: readonly LostField[], extra: readonly ExtraField[]): Rename[] {
  return lost.flatMap((one): Rename[] => {
    const alike = extra.map((other) => [likeness(one.name, other.name), other] as const);
    const same = extra.find(({ name }) => name === one.name);
    if (same) return [{ lost: one, how: 'sigil', extra: same }];
    const best = alike.find(([how]) => how === 'recased') ?? alike.find(([how]) => how === 'misspelt');
    return best ? [{ lost: one, how: best[0] as Renaming, extra: best[1] }] : [];
  });
}

/** A name without a locale that it says: `footer_es` of a text in Spanish. */
function withoutLocale(name: string, locale: string): string {
  const said = [locale, locale.split(/[-_]/)[0]!].map((one) => one.toLowerCase().replace('-', '_'));
  return name
    .replace(/[${}]/g, '')
    .split(/[._-]/)
    .filter((word) => !said.includes(word.toLowerCase()))
    .join('_');
}

/** A difference without fields that every locale has one of its own of. */
function withoutOwn(difference: Difference): Difference {
  const { lost, extra, locale, reference } = difference;
  const source = reference[0]?.locale ?? '';
  if (source === '' || locale === '') return difference;
  const isPair = (one: LostField, other: ExtraField): boolean => {
    const [bare, own] = [withoutLocale(one.name, source), withoutLocale(other.name, locale)];
    return bare === own && bare !== one.name.replace(/[${}.-]/g, '_');
  };
  return {
    ...difference,
    lost: lost.filter((one) => !extra.some((other) => isPair(one, other))),
    extra: extra.filter((other) => !lost.some((one) => isPair(one, other))),
  };
}

function explain(given: Difference, known: ReadonlySet<string>): Explained {
  const difference = withoutOwn(given);
  const lost = difference.lost.filter(({ name }) => !isNumbered(name));
  const extra = difference.extra.filter(
    ({ name }) => !isNumbered(name) && (difference.isForeign || !known.has(name)),
  );
  const alike = pairAlike(lost, extra);
  const restLost = lost.filter((one) => !alike.some((pair) => pair.lost === one));
  const restExtra = extra.filter((one) => !alike.some((pair) => pair.extra === one));
  const unalike = restLost
    .slice(0, restExtra.length)
    .map((one, i): Rename => ({ lost: one, how: unlike(restExtra[i]!), extra: restExtra[i]! }));
  const spelt = restLost.slice(restExtra.length).flatMap((one): Rename[] => {
    for (const part of difference.parts) {
      const found = findSpelt(part, one.name);
      if (found) return [{ lost: one, how: found.how, spelt: found }];
    }
    return [];
  });
  const renames = [...alike, ...unalike, ...spelt];
  return {
    ...difference,
    renames,
    lost: difference.lost.filter((one) => !renames.some((rename) => rename.lost === one)),
    extra: difference.extra.filter((one) => !renames.some((rename) => rename.extra === one)),
  };
}

const cache = new WeakMap<World, readonly Explained[]>();

/** Differences of fields between locales; what was lost because its name was changed is no longer among the lost. */
export function explainedDifferences(world: World): readonly Explained[] {
  const cached = cache.get(world);
  if (cached) return cached;
  const known = namesKnown(world);
  const result = differences(world).map((one) => explain(one, known));
  cache.set(world, result);
  return result;
}
