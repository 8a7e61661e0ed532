import { join } from 'node:path';
import { type IntakeLanguage, type IntakeTexts, intakeTextsSchema } from '../model/intake.js';
import { readText } from '../store/packed-files.js';
import { parseYaml } from './parse-yaml.js';

/** What a workbook of the inventory says in a language. */
export async function readIntakeTexts(folder: string, language: IntakeLanguage): Promise<IntakeTexts> {
  const file = join(folder, 'intake', `${language}.yaml`);
  return parseYaml(file, await readText(file), intakeTextsSchema);
}
