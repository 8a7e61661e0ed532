const rightToLeft = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`;
/** Words written from right to left with single spaces between; what stands between two such runs keeps its place. */
const runs = new RegExp(`${rightToLeft}(?:[\\p{M}\\u200c\\u200d]| ?${rightToLeft})*`, 'gu');

/** Nothing to look for: most lines. */
const ascii = /^[ -~]*$/;
const around = new RegExp(`(${runs.source})`, 'u');

/** A line in pieces: every second one is a right-to-left run. */
export const splitBidi = (line: string): string[] => (ascii.test(line) ? [line] : line.split(around));

/** Puts each right-to-left run between first-strong isolate and its end, so that it cannot reorder its surroundings. */
export const isolateBidi = (line: string): string => line.replace(runs, '\u2068$&\u2069');
