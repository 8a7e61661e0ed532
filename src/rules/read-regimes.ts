import { join } from 'node:path';
import { type Regimes, regimesSchema } from '../model/regimes.js';
import { readText } from '../store/packed-files.js';
import { parseYaml } from './parse-yaml.js';

/** `regimes.yaml` beside the packs. */
export async function readRegimes(folder: string): Promise<Regimes> {
  const file = join(folder, 'regimes.yaml');
  return parseYaml(file, await readText(file), regimesSchema);
}
