import type { Check } from '../../check.js';
import { languageOf } from '../../notices/reading.js';
import { Words } from '../../notices/words.js';
import { sentencesOf } from '../../sentences.js';
import { sentTexts } from './sent-texts.js';

/** Every place in which words of a list stand in what is sent. */
const asksFor = (list: string, group: string): Check =>
  function* (world) {
    for (const part of sentTexts(world)) {
      const words = Words.of(world, list, { language: languageOf(part.locale, part.prose.text) });
      for (const sentence of sentencesOf(part))
        for (const { start, end, words: said } of words.places(group, sentence))
          yield {
            case: 'phrase',
            at: { part, span: { start, end } },
            about: said,
            args: { phrase: part.text.slice(start, end) },
          };
    }
  };

/** Phrases that put the blame on who reads them. */
export const blamingCustomer = asksFor('prose/blame', 'blame');

/** Words of offices, law and computing. */
export const jargon = asksFor('prose/jargon', 'jargon');
