import type { Part } from '../../model/template.js';
import { isSameFact } from '../../templates/facts/index.js';
import { conditionOf, knowsNegation } from '../../templates/facts/negation.js';
import { addTo } from '../../text/group-by.js';
import type { World } from '../world.js';
import { type Clash, comparable } from './clashes.js';
import { factsOf, type PlacedFact } from './facts.js';
import { translatedGroups, type VariantGroup } from './groups.js';
import { type PlacedStatement, statementsOf } from './statements.js';

/** Numbers of help lines and hours differ between countries on purpose. */
const regional = new Set(['phone', 'time', 'weekday']);

const currencyOf = ({ value }: PlacedFact): string => value.split(' ')[0]!;

/** 30 days and a month are one span of time to those who translate. */
function isAboutSame(one: PlacedFact, other: PlacedFact): boolean {
  const [days, months] = one.value.endsWith('mon') ? [other, one] : [one, other];
  if (!days.value.endsWith('min') || !months.value.endsWith('mon')) return false;
  const ratio = Number.parseFloat(days.value) / 1_440 / Number.parseFloat(months.value);
  return ratio >= 28 && ratio <= 31;
}

const single = ({ byLocale }: VariantGroup): [string, readonly Part[]][] =>
  [...byLocale].filter(([, parts]) => parts.length === 1);

/** Catalogues of gettext hold texts of mails and of screens by what they say, so nothing tells which is which. */
const isSent = ({ channel }: VariantGroup, { file }: Part): boolean =>
  channel !== 'unknown' || file.path.endsWith('.po');

/** Where nothing says that a text is sent, one locale must stand alone against all others. */
const isAlone = (facts: readonly (readonly [string, PlacedFact])[]): boolean =>
  facts.length > 2 &&
  facts.some(([, one]) => facts.filter(([, other]) => isSameFact(one, other)).length === facts.length - 1);

/** What most locales say at a place; of two the source. */
function usual(
  facts: readonly (readonly [string, PlacedFact])[],
  source: string | undefined,
): PlacedFact | undefined {
  const votes = facts.map(([, fact]) => facts.filter(([, other]) => isSameFact(fact, other)).length);
  const most = Math.max(...votes);
  const mine = facts.findIndex(([locale]) => locale === source);
  if (mine >= 0 && votes[mine] === most) return facts[mine]![1];
  return most >= 2 ? facts[votes.indexOf(most)]![1] : facts[mine]?.[1];
}

function* clashesAt(
  facts: readonly (readonly [string, PlacedFact])[],
  source: string | undefined,
): Generator<{ clash: Clash; isCertain: boolean }> {
  const other = usual(facts, source);
  if (!other) return;
  for (const [, one] of facts) {
    if (isSameFact(one, other)) continue;
    const { kind } = one;
    if (kind === 'duration' && isAboutSame(one, other)) continue;
    if (kind === 'amount' && currencyOf(one) !== currencyOf(other)) continue;
    yield { clash: { kind, one, other, isSameSentence: true }, isCertain: !regional.has(kind) };
  }
}

/** Facts of a text that differ from the same text in other locales; compared where both have as many of a kind. */
export function* localeClashes(world: World): Generator<{ clash: Clash; isCertain: boolean }> {
  for (const group of translatedGroups(world)) {
    const texts = single(group);
    for (const kind of comparable) {
      const byCount = new Map<number, [string, PlacedFact[]][]>();
      for (const [locale, parts] of texts) {
        const facts = factsOf(parts[0]!).filter((fact) => fact.kind === kind);
        if (facts.length > 0 && facts.length <= 20) addTo(byCount, facts.length, [locale, facts]);
      }
      for (const [count, rows] of byCount)
        for (let i = 0; i < count && rows.length > 1; i++) {
          if (rows.every(([, facts]) => rows[0]![1].some((fact) => isSameFact(fact, facts[i]!)))) continue;
          const facts = rows.map(([locale, all]) => [locale, all[i]!] as const);
          if (group.channel !== 'unknown' || (rows.length === texts.length && isAlone(facts)))
            yield* clashesAt(facts, group.source);
        }
    }
  }
}

const conditionsOf = (part: Part) =>
  statementsOf(part).flatMap((one) => {
    const condition = conditionOf(one.text, part.locale);
    return condition ? [[condition, one] as const] : [];
  });
type Conditions = ReturnType<typeof conditionsOf>;

/** Texts that must agree before one may stand alone where nothing says that they are sent. */
const enough = 3;

/** Whether all others say a condition as the source does, and they are enough. */
function isAloneAt(i: number, all: readonly Conditions[]): boolean {
  const said = all.flatMap((own) => own[i]?.[0] ?? []);
  return (
    said.length > enough &&
    ['met', 'unmet'].some((way) => said.filter((one) => one === way).length === said.length - 1)
  );
}

/** Conditions that are negated in the source and not in a translation, or the other way; sentences pair by their order. */
export function* localeReversals(world: World): Generator<[PlacedStatement, PlacedStatement]> {
  for (const group of translatedGroups(world)) {
    const texts = single(group).filter(([locale]) => knowsNegation(locale));
    const source = texts.find(([locale]) => locale === group.source);
    const theirs = source ? conditionsOf(source[1][0]!) : [];
    if (theirs.length === 0) continue;
    const all = texts
      .map(([locale, parts]) => [locale, conditionsOf(parts[0]!)] as const)
      .filter(([, own]) => own.length === theirs.length);
    const everybody = all.map(([, own]) => own);
    for (const [locale, ours] of all) {
      if (locale === group.source) continue;
      for (const [i, [condition, one]] of ours.entries()) {
        if (condition === theirs[i]![0]) continue;
        if (isSent(group, one.part) || isAloneAt(i, everybody)) yield [one, theirs[i]![1]];
      }
    }
  }
}
