import type { Part } from '../../model/template.js';
import type { World } from '../world.js';
import { type Difference, type ExtraField, lostField } from './difference.js';
import { type Fields, fieldsOf, isShown, messageOf } from './fields.js';
import { translatedGroups, type VariantGroup } from './groups.js';
import { withoutMoved } from './moved.js';
import { formDifferences } from './plural-forms.js';
import { haveOtherSigils } from './sigils.js';

const isWritten = (parts: readonly Part[]): boolean => parts.some(({ text }) => text.trim() !== '');

/** Every name a field of the text may go by. */
function namesOf(fields: Fields): Set<string> {
  const names = new Set(fields.keys());
  for (const uses of fields.values())
    for (const { use } of uses) for (const other of use.alternatives ?? []) names.add(other);
  return names;
}

interface Counted {
  readonly fields: ReadonlyMap<string, Fields>;
  readonly have: ReadonlyMap<string, number>;
}

function count(group: VariantGroup): Counted {
  const fields = new Map<string, Fields>();
  const have = new Map<string, number>();
  for (const [locale, parts] of group.byLocale) {
    if (!isWritten(parts)) continue;
    fields.set(locale, fieldsOf(parts));
    for (const name of namesOf(fields.get(locale)!)) have.set(name, (have.get(name) ?? 0) + 1);
  }
  return { fields, have };
}

/** The locale to compare with: the source, else the first that has every field most locales have. */
function referenceOf({ source }: VariantGroup, { fields, have }: Counted): string | undefined {
  if (source !== undefined && fields.has(source)) return source;
  if (fields.size < 3) return undefined;
  const common = [...have].filter(([, times]) => times * 2 > fields.size).map(([name]) => name);
  return [...fields.keys()].find((locale) => common.every((name) => fields.get(locale)!.has(name)));
}

function repeatedIn(own: Fields, reference: Fields): Difference['repeated'] {
  return [...own].filter(([name, uses]) => {
    const before = reference.get(name)?.length ?? 0;
    return before > 0 && uses.length > before;
  });
}

function compare(
  world: World,
  group: VariantGroup,
  counted: Counted,
  base: string,
  locale: string,
): Difference {
  const { fields, have } = counted;
  const own = fields.get(locale)!;
  const reference = fields.get(base)!;
  const isForeign = haveOtherSigils(group.byLocale.get(locale)!, group.byLocale.get(base)!);
  const names = isForeign ? new Set<string>() : namesOf(own);
  const expected = isForeign ? new Set<string>() : namesOf(reference);
  const message = messageOf(world, group.message);
  const lost = [...reference]
    .filter(
      ([name, uses]) =>
        isShown(uses) &&
        !names.has(name) &&
        !uses.some(({ use }) => use.alternatives?.some((other) => names.has(other))),
    )
    .map(([name, elsewhere]) => lostField(name, elsewhere, { have, of: fields.size }, message));
  const extra = [...own]
    .filter(([name]) => !expected.has(name))
    .map(([name, uses]): ExtraField => ({ name, uses, also: have.get(name)! - 1 }));
  return {
    group,
    locale,
    parts: group.byLocale.get(locale)!,
    reference: group.byLocale.get(base)!,
    lost,
    extra,
    isForeign,
    repeated: lost.length > 0 ? repeatedIn(own, reference) : [],
  };
}

const known = new WeakMap<World, readonly Difference[]>();

/** Differences of fields between locales of one text, in order of the world and of locales. */
export function differences(world: World): readonly Difference[] {
  const cached = known.get(world);
  if (cached) return cached;
  const all = translatedGroups(world).flatMap((group): Difference[] => {
    const counted = count(group);
    const base = referenceOf(group, counted);
    if (base === undefined) return [];
    return [...counted.fields.keys()]
      .filter((locale) => locale !== base)
      .map((locale) => compare(world, group, counted, base, locale))
      .flatMap((one) => [one, ...formDifferences(one, { have: counted.have, of: counted.fields.size })])
      .filter(({ lost, extra }) => lost.length + extra.length > 0);
  });
  const result = withoutMoved(all);
  known.set(world, result);
  return result;
}
