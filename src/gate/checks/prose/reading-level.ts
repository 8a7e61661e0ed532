import type { Part } from '../../../model/template.js';
import type { Check, GateHit, Parameters } from '../../check.js';
import { languageOf } from '../../notices/reading.js';
import { sentencesOf } from '../../sentences.js';
import { sentTexts } from './sent-texts.js';

/** Vowel groups, without an e that is not spoken; near enough for an average. */
function syllablesIn(word: string): number {
  const groups = word.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

interface Counts {
  readonly sentences: number;
  readonly words: readonly string[];
}

/** Fewer words than this are a heading, a button or a line of an address. */
const fewest = 4;

function countsOf(part: Part): Counts {
  const sentences = sentencesOf(part)
    .map(({ text }) => text.match(/[\p{L}\p{N}'\ufffc-]+/gu) ?? [])
    .filter((words) => words.length >= fewest);
  return { sentences: sentences.length, words: sentences.flat() };
}

/** Flesch–Kincaid grade (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word − 15.59. */
function gradeOf({ sentences, words }: Counts): number {
  const syllables = words.reduce((sum, word) => sum + (word === '\ufffc' ? 2 : syllablesIn(word)), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function judge(part: Part, counts: Counts, { max_grade, max_words }: Parameters): GateHit | undefined {
  if (languageOf(part.locale, part.prose.text) !== 'en') {
    const words = Math.round(counts.words.length / counts.sentences);
    return words > Number(max_words) ? { case: 'long', at: { part }, args: { words } } : undefined;
  }
  const grade = Number(gradeOf(counts).toFixed(1));
  return grade > Number(max_grade) ? { case: 'grade', at: { part }, args: { grade } } : undefined;
}

/** Texts that ask much of their readers. */
export const readingLevel: Check = function* (world, parameters) {
  for (const part of sentTexts(world)) {
    const counts = countsOf(part);
    const hit = counts.words.length >= Number(parameters.min_words) && judge(part, counts, parameters);
    if (hit) yield hit;
  }
};
