import { readdir } from 'node:fs/promises';
import { compareText } from '../text/compare.js';

/** Ids of the rules in a folder of packs, by name: where their files are is what they are called. */
export async function readRuleNames(packs: string): Promise<string[]> {
  const files = await readdir(packs, { recursive: true }).catch(() => [] as string[]);
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('/rule.yaml'))
    .map((file) => file.replace(/\/rule\.yaml$/, '').replace(/^templates\//, ''))
    .sort(compareText);
}
