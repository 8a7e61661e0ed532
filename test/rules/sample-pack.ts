import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Rule } from '../../src/model/rule.js';
import { readmeHeadings } from '../../src/rules/check-rule.js';

/** Columns of the contract as a query would state them; parts can be replaced or left out. */
export function selectOf(parts: Record<string, string | undefined> = {}, from = ''): string {
  const columns: Record<string, string | undefined> = {
    subject: "'field:a'",
    case: "'one'",
    cause: 'CAST(NULL AS VARCHAR)',
    confidence: "'certain'",
    persons: '1',
    persons_of: 'CAST(NULL AS BIGINT)',
    messages: 'CAST(NULL AS BIGINT)',
    messages_of: 'CAST(NULL AS BIGINT)',
    args: "'{}'",
    evidence: "'[]'",
    path: "''",
    ...parts,
  };
  const listed = Object.entries(columns).filter(([, sql]) => sql !== undefined);
  return `SELECT ${listed.map(([name, sql]) => `${sql} AS "${name}"`).join(', ')} ${from}`;
}

export const sampleReadme = `# Sample\n\n${readmeHeadings.map((heading) => `## ${heading}\n\nText.\n`).join('\n')}`;

export const sampleYaml = `title: Sample
since: 0.1.0
confidence: certain
needs: []
cases:
  one: { harm: waste, message: "Found {field}." }
remediation: Mend it.
sources: ["practice: samples"]
`;

/** A rule with a query, not read from a folder. */
export const ruleWith = (query: string, definition: Partial<Rule['definition']> = {}): Rule => ({
  id: 'sample/one',
  pack: 'sample',
  definition: {
    title: 'Sample',
    since: '0.1.0',
    confidence: 'certain',
    needs: [],
    cases: { one: { harm: 'waste', message: 'Found.' } },
    remediation: 'Mend it.',
    sources: ['practice: samples'],
    ...definition,
  },
  query,
  readme: sampleReadme,
  cases: '',
});

/** Writes files below a temporary folder, hands it over, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'unsilo-packs-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
