import { entryRules } from '../findings/baseline/entry-findings.js';
import { commentRules } from '../gate/about-comment.js';
import type { AcceptancePolicy, EntryTexts } from '../model/policy.js';
import { readPolicy } from '../rules/read-packs.js';
import { ownPacks } from './own-packs.js';

/** The rules about what was accepted, with what makes them asked. */
const pages = (
  acceptance: AcceptancePolicy,
): (readonly [rule: string, texts: EntryTexts, asked: string])[] => [
  ...(['stale', 'expired'] as const).map(
    (kind) => [entryRules[kind], acceptance[kind], 'asked where `--baseline` is given'] as const,
  ),
  ...(['unmatched', 'expired', 'invalid'] as const).map(
    (kind) => [commentRules[kind], acceptance.comments[kind], 'asked of comments in templates'] as const,
  ),
];

/** The page of a rule about what was accepted, as Markdown; undefined for every other name. */
export async function explainBaselineRule(name: string): Promise<string | undefined> {
  if (!/^(?:baseline|suppression)\//.test(name)) return undefined;
  const { acceptance } = await readPolicy(ownPacks);
  const page = pages(acceptance).find(([rule]) => rule === name);
  if (page === undefined) return undefined;
  const [, { title, why, remediation }, asked] = page;
  const lines = [
    `# ${title}`,
    '',
    `\`${name}\`, since ${acceptance.since}; ${asked}`,
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
