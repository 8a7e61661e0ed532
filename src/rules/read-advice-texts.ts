import { join } from 'node:path';
import { type AdviceTexts, adviceTextsSchema } from '../model/advice.js';
import { readText } from '../store/packed-files.js';
import { parseYaml } from './parse-yaml.js';

/** What `doctor` says on each topic. */
export async function readAdviceTexts(folder: string): Promise<AdviceTexts> {
  const file = join(folder, 'advice.yaml');
  return parseYaml(file, await readText(file), adviceTextsSchema);
}
