import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReportClassifier } from '../../../src/classify/reports/index.js';
import { parseReportWords, reportWordsFile } from '../../../src/rules/read-report-words.js';

const languages = ['en', 'ar', 'fa'] as const;

const file = new URL(`../../../rules/${reportWordsFile}`, import.meta.url).pathname;
export const words = parseReportWords(file, readFileSync(file, 'utf8'));
export const classify = createReportClassifier(words);

/** A call note and the class of the error it tells; of two errors the one of greater harm. */
interface LabelledNote {
  readonly errorClass: string;
  readonly note: string;
}

/** Notes of one part, `<class>\t<note>` a line. */
const readNotes = (part: 'development' | 'held-out', language: string): LabelledNote[] =>
  readFileSync(join(import.meta.dirname, 'notes', part, `${language}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [errorClass = '', note = ''] = line.split('\t');
      return { errorClass, note };
    });

/** The mean over classes of the harmonic mean of precision and recall. */
export function macroF1(judged: readonly { readonly wanted: string; readonly got: string }[]): number {
  const classes = [...new Set(judged.map(({ wanted }) => wanted))];
  const scores = classes.map((name) => {
    const hits = judged.filter(({ wanted, got }) => wanted === name && got === name).length;
    const named = judged.filter(({ wanted, got }) => wanted === name || got === name);
    const counted = named.reduce((sum, { wanted, got }) => sum + (wanted === got ? 2 : 1), 0);
    return counted === 0 ? 0 : (2 * hits) / counted;
  });
  return scores.reduce((sum, score) => sum + score, 0) / classes.length;
}

/** Notes of one part by language, with the class wanted and the one given; '' where none is. */
export const judge = (part: 'development' | 'held-out') =>
  languages.map((language) => ({
    language,
    judged: readNotes(part, language).map(({ errorClass, note }) => ({
      note,
      wanted: errorClass,
      got: classify(note)?.errorClass ?? '',
    })),
  }));
