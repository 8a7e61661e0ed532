import type { ErrorClass, ReportWords, WordRule } from '../../model/report-words.js';
import { createPhraseFinder } from '../phrases.js';
import { foldReportPhrase, readingsOf } from './fold.js';
import { createSpeller } from './spelling.js';

/** What a report says went wrong. */
export interface ReportClass {
  readonly errorClass: ErrorClass;
  /** Weight of the words, 1 to 9. */
  readonly weight: number;
}

/** Says what a note is about; undefined where no words tell. */
export type ReportClassifier = (note: string) => ReportClass | undefined;

/** Weights so near each other that the harm decides. */
const near = 1;
const channelWords = /^channel_/;

const holds = ({ all, any, none }: WordRule, said: ReadonlySet<string>): boolean =>
  all.every((notion) => said.has(notion)) &&
  (any.length === 0 || any.some((notion) => said.has(notion))) &&
  !none.some((notion) => said.has(notion));

/** Finds the notions of a note. */
function notionFinder({ words }: ReportWords): (note: string) => Set<string> {
  const entries = Object.entries(words).flatMap(([notion, languages]) =>
    Object.values(languages).flatMap((phrases) => phrases.map((phrase) => ({ notion, phrase }))),
  );
  const finder = createPhraseFinder(entries.map(({ phrase }) => foldReportPhrase(phrase)));
  const spell = createSpeller(entries.map(({ phrase }) => phrase));
  return (note) => {
    const said = new Set<string>();
    for (const reading of readingsOf(note))
      for (const number of finder.find(spell(reading)).keys()) said.add(entries[number]!.notion);
    if ([...said].filter((notion) => channelWords.test(notion)).length >= 2) said.add('two_channels');
    return said;
  };
}

/** A classifier for notes in any of the languages of `words`; a note may mix them. Of two errors the worse one counts. */
export function createReportClassifier(words: ReportWords): ReportClassifier {
  const notionsOf = notionFinder(words);
  return (note) => {
    const said = notionsOf(note);
    const weights = new Map<ErrorClass, number>();
    for (const rule of words.rules)
      if (holds(rule, said)) weights.set(rule.class, Math.max(rule.weight, weights.get(rule.class) ?? 0));
    const most = Math.max(0, ...weights.values());
    const errorClass = words.harm.find((name) => (weights.get(name) ?? 0) >= Math.max(1, most - near));
    return errorClass === undefined ? undefined : { errorClass, weight: weights.get(errorClass)! };
  };
}
