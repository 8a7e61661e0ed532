import { type ReportWords, reportWordsSchema } from '../model/report-words.js';
import { parseYaml } from './parse-yaml.js';

/** Where the words lie beside the packs. */
export const reportWordsFile = 'error/tables/reports.yaml';

/** Reads the words by which reports of errors are known. */
export const parseReportWords = (file: string, text: string): ReportWords =>
  parseYaml(file, text, reportWordsSchema);
