import { createPhraseFinder, type Ends, foldPhrase } from './phrases.js';
import { enhancedKeys } from './read-codes.js';
import type { Conditions, TextRule, Tier } from './types.js';

/** What a text is known to be about when rules are asked. */
export interface Circumstances {
  readonly enhancedCode: string;
  readonly replyCode: string;
  readonly stage: string;
  readonly channel: string;
  readonly type: string;
  readonly remote: string;
}

/** Letters that may stand between the parts of a phrase: about ten words, a sentence. */
const widestGap = 60;

/** One part of a phrase: its number, and how long it is. */
interface Part {
  readonly number: number;
  readonly length: number;
}

interface Compiled {
  readonly rule: TextRule;
  readonly says: readonly (readonly Part[])[];
  readonly unless: readonly (readonly Part[])[];
}

type Places = ReadonlyMap<number, Ends>;

const isAmong = (wanted: readonly string[] | undefined, fits: (one: string) => boolean): boolean =>
  wanted === undefined || wanted.some(fits);

function holds(when: Conditions, of: Circumstances): boolean {
  const codes = [of.enhancedCode, ...enhancedKeys(of.enhancedCode)];
  return (
    isAmong(when.enhanced, (code) => codes.includes(code)) &&
    isAmong(when.reply, (code) => of.replyCode.startsWith(code)) &&
    isAmong(when.stage, (stage) => of.stage === stage) &&
    isAmong(when.channel, (channel) => of.channel === channel) &&
    isAmong(when.type, (type) => of.type === type) &&
    isAmong(when.remote, (end) => of.remote === end || of.remote.endsWith(`.${end}`))
  );
}

/** Whether all parts are there, each a little later than the one before; words share the blank between them. */
function isSaid([first, ...others]: readonly Part[], places: Places): boolean {
  let ends: Ends = places.get(first!.number) ?? [];
  for (const { number, length } of others) {
    const before = ends;
    ends = (places.get(number) ?? []).filter((end) =>
      before.some((at) => end - length >= at - 1 && end - length <= at + widestGap),
    );
  }
  return ends.length > 0;
}

/** A text that was searched: which is the first rule of a tier that fits it. */
export type Searched = (tier: Tier, of: Circumstances) => TextRule | undefined;

interface Numbering {
  readonly phrases: string[];
  readonly numbers: Map<string, number>;
}

function numberOf(phrase: string, { phrases, numbers }: Numbering): number {
  const known = numbers.get(phrase);
  if (known !== undefined) return known;
  numbers.set(phrase, phrases.length);
  return phrases.push(phrase) - 1;
}

const partsOf = (phrase: string, numbering: Numbering): Part[] =>
  phrase.split('…').map((part) => {
    const folded = foldPhrase(part.trim());
    return { number: numberOf(folded, numbering), length: folded.length };
  });

/** Rules with a phrase that begins in the text, and those without phrases, in their order. */
function candidatesOf(
  places: Places,
  byPhrase: ReadonlyMap<number, readonly number[]>,
  always: readonly number[],
) {
  const open = new Set(always);
  for (const number of places.keys()) for (const rule of byPhrase.get(number) ?? []) open.add(rule);
  return [...open].sort((a, b) => a - b);
}

function groupByPhrase(compiled: readonly Compiled[]): Map<number, number[]> {
  const byPhrase = new Map<number, number[]>();
  compiled.forEach(({ says }, i) => {
    for (const [first] of says) {
      const rules = byPhrase.get(first!.number);
      if (rules === undefined) byPhrase.set(first!.number, [i]);
      else rules.push(i);
    }
  });
  return byPhrase;
}

const fits = ({ rule, says, unless }: Compiled, places: Places, of: Circumstances): boolean =>
  holds(rule.when, of) &&
  (says.length === 0 || says.some((parts) => isSaid(parts, places))) &&
  !unless.some((parts) => isSaid(parts, places));

/** Searches folded texts for the phrases of all rules, once each; of a tier the rules are asked in their order. */
export function createTextSearch(rules: readonly TextRule[]): (folded: string) => Searched {
  const numbering: Numbering = { phrases: [], numbers: new Map() };
  const compiled = rules.map(
    (rule): Compiled => ({
      rule,
      says: rule.says.map((phrase) => partsOf(phrase, numbering)),
      unless: rule.unless.map((phrase) => partsOf(phrase, numbering)),
    }),
  );
  const finder = createPhraseFinder(numbering.phrases);
  const byPhrase = groupByPhrase(compiled);
  const always = compiled.flatMap(({ says }, i) => (says.length === 0 ? [i] : []));
  return (folded) => {
    const places = finder.find(folded);
    const candidates = candidatesOf(places, byPhrase, always).map((i) => compiled[i]!);
    return (tier, of) => candidates.find((one) => one.rule.tier === tier && fits(one, places, of))?.rule;
  };
}
