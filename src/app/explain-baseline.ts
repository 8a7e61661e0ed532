import { entryRules } from '../findings/baseline/entry-findings.js';
import { readPolicy } from '../rules/read-packs.js';
import { ownPacks } from './own-packs.js';

/** The page of a rule about the baseline itself, as Markdown; undefined for every other name. */
export async function explainBaselineRule(name: string): Promise<string | undefined> {
  const kind = (['stale', 'expired'] as const).find((one) => entryRules[one] === name);
  if (kind === undefined) return undefined;
  const { acceptance } = await readPolicy(ownPacks);
  const { title, why, remediation } = acceptance[kind];
  const lines = [
    `# ${title}`,
    '',
    `\`${name}\`, since ${acceptance.since}; asked where \`--baseline\` is given`,
    '',
    '## Why it matters',
    '',
    why,
    '',
    '## How to fix',
    '',
    remediation,
  ];
  return `${lines.join('\n')}\n`;
}
