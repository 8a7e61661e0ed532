import { compareText } from '../../../text/compare.js';
import type { Check, GateHit } from '../../check.js';
import { createBesides } from '../../variants/besides.js';
import { type Coverage, coverages, firstPart, isServed } from '../../variants/coverage.js';
import { type VariantGroup, variantGroups } from '../../variants/groups.js';
import type { World } from '../../world.js';

/** Locales somebody asks for, with the case that says who, and how many persons read them. */
function wantedIn(
  { message, channel }: Coverage,
  { settings }: World,
): Map<string, { name: string; persons?: number }> {
  const wanted = new Map<string, { name: string; persons?: number }>();
  for (const locale of message.settings.locales ?? settings.locales ?? [])
    wanted.set(locale, { name: 'required' });
  for (const recipient of message.communication?.recipients ?? [])
    if (recipient.channel === channel && recipient.locale !== '')
      wanted.set(recipient.locale, { name: 'recipients', persons: recipient.persons });
  return wanted;
}

function* unwritten(world: World): Generator<GateHit> {
  for (const coverage of coverages(world)) {
    if (coverage.locales.size === 0 || (coverage.locales.size === 1 && coverage.locales.has(''))) continue;
    for (const [locale, { name, persons }] of wantedIn(coverage, world)) {
      if (isServed(locale, coverage)) continue;
      const { id } = coverage.message;
      yield {
        case: name,
        at: { part: firstPart(coverage, world) },
        about: locale,
        args: { locale, message: id, channel: coverage.channel, persons: persons ?? 0 },
        ...(persons !== undefined && { persons }),
      };
    }
  }
}

/** Share of messages a locale must have before the rest counts as forgotten; below it the locale itself is unfinished. */
const usual = 2 / 3;

interface Standing {
  readonly locale: string;
  readonly has: Coverage[];
  readonly lacks: Coverage[];
}

/** How many of the messages that are translated at all each locale has. */
function standings(world: World): Standing[] {
  const translated = coverages(world).filter(({ locales }) => locales.size > 1);
  const locales = [...new Set(translated.flatMap((one) => [...one.locales]))].filter((one) => one !== '');
  return locales.sort(compareText).map((locale) => ({
    locale,
    has: translated.filter((one) => isServed(locale, one)),
    lacks: translated.filter((one) => !isServed(locale, one) && !wantedIn(one, world).has(locale)),
  }));
}

function* forgotten(world: World): Generator<GateHit> {
  const besides = createBesides(world);
  for (const { locale, has, lacks } of standings(world)) {
    const of = has.length + lacks.length;
    if (lacks.length === 0 || of < 2) continue;
    if (has.length >= of * usual)
      for (const coverage of lacks)
        yield {
          case: 'usual',
          at: { part: firstPart(coverage, world) },
          about: locale,
          args: { locale, message: coverage.message.id, channel: coverage.channel, have: has.length, of },
          ...besides(firstPart(coverage, world), locale),
          confidence: 'likely',
        };
    else {
      const part = has[0]!.parts.find((one) => one.locale === locale) ?? has[0]!.parts[0]!;
      const examples = lacks
        .slice(0, 3)
        .map(({ message }) => message.id)
        .join(', ');
      yield {
        case: 'unfinished',
        at: { part },
        subject: `locale:${locale}`,
        args: { locale, have: has.length, of, examples },
      };
    }
  }
}

const isEmpty = (group: VariantGroup, locale: string): boolean =>
  group.byLocale.get(locale)?.every(({ text }) => text.trim() === '') ?? false;

/** Parts that other locales of the same message have, and parts that are there without a word. */
function* incomplete(world: World): Generator<GateHit> {
  const besides = createBesides(world);
  const coverageOf = new Map(coverages(world).map((one) => [`${one.channel}\n${one.message.id}`, one]));
  for (const group of variantGroups(world)) {
    const coverage = coverageOf.get(`${group.channel}\n${group.message}`);
    if (!coverage) continue;
    const written = [...group.byLocale.keys()].filter((locale) => !isEmpty(group, locale));
    const source = group.byLocale.get(group.source ?? written[0] ?? '')?.[0];
    if (!source || source.text.trim() === '') continue;
    for (const locale of coverage.locales) {
      const args = {
        locale: locale || 'the default locale',
        part: group.key || group.name,
        have: written.length,
        of: coverage.locales.size,
      };
      if (isEmpty(group, locale))
        yield {
          case: 'empty',
          at: { part: group.byLocale.get(locale)![0]! },
          about: locale,
          args,
          others: [{ part: source }],
        };
      else if (!group.byLocale.has(locale) && locale !== '' && written.length * 2 >= coverage.locales.size)
        yield {
          case: 'part',
          at: { part: source },
          about: `${locale}/${args.part}`,
          args,
          ...besides(source, locale),
        };
    }
  }
}

/** Messages and parts that are missing in a locale that readers need, or that is written elsewhere. */
export const missing: Check = function* (world) {
  yield* unwritten(world);
  yield* forgotten(world);
  yield* incomplete(world);
};
