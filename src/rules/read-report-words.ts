import { join } from 'node:path';
import { type ReportWords, reportWordsSchema } from '../model/report-words.js';
import { readText } from '../store/packed-files.js';
import { parseYaml } from './parse-yaml.js';

/** Where the words lie beside the packs. */
export const reportWordsFile = 'error/tables/reports.yaml';

/** Reads the words by which reports of errors are known. */
export const parseReportWords = (file: string, text: string): ReportWords =>
  parseYaml(file, text, reportWordsSchema);

/** The words beside the packs: their text, which tells versions apart, and what it says; few runs need the latter. */
export async function readReportWords(
  folder: string,
): Promise<{ readonly text: string; readonly parse: () => ReportWords }> {
  const file = join(folder, reportWordsFile);
  const text = await readText(file);
  return { text, parse: () => parseReportWords(file, text) };
}
