import { join } from 'node:path';
import { type EscalationPolicy, escalationPolicySchema } from '../model/escalation.js';
import { readText } from '../store/packed-files.js';
import { parseYaml } from './parse-yaml.js';

/** `escalation.yaml` beside the packs. */
export async function readEscalation(folder: string): Promise<EscalationPolicy> {
  const file = join(folder, 'escalation.yaml');
  return parseYaml(file, await readText(file), escalationPolicySchema);
}
