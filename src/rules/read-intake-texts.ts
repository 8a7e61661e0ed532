import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IntakeLanguage, type IntakeTexts, intakeTextsSchema } from '../model/intake.js';
import { parseYaml } from './parse-yaml.js';

/** What a workbook of the inventory says in a language. */
export async function readIntakeTexts(folder: string, language: IntakeLanguage): Promise<IntakeTexts> {
  const file = join(folder, 'intake', `${language}.yaml`);
  return parseYaml(file, await readFile(file, 'utf8'), intakeTextsSchema);
}
