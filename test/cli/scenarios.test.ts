import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type ExpectStatic, it } from 'vitest';
import { parse } from 'yaml';
import { type FileContent, root, runUnsilo, withFiles } from './run-unsilo.js';

/**
 * One run of the built program as data, after those of `before`. Commands are split at spaces; text is compared whole,
 * patterns are searched.
 */
interface Scenario {
  readonly title: string;
  readonly files?: Readonly<Record<string, FileContent>>;
  readonly before?: readonly string[];
  readonly command: string;
  readonly exit: number;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly stdout_matches?: readonly string[];
  readonly stderr_matches?: readonly string[];
  /** Patterns of the text of files that must be there afterwards. */
  readonly files_match?: Readonly<Record<string, readonly string[]>>;
  /** Files that must not be there afterwards. */
  readonly absent?: readonly string[];
}

const folder = join(root, 'test/cli/scenarios');
const pages = readdirSync(folder).sort();

const wordsOf = (command: string): string[] => command.split(' ').filter(Boolean);

function compare(
  expect: ExpectStatic,
  text: string,
  whole: string | undefined,
  patterns: readonly string[] = [],
): void {
  if (whole !== undefined) expect(text).toBe(whole);
  for (const pattern of patterns) expect(text).toMatch(new RegExp(pattern, 'mu'));
}

describe.each(pages)('%s', (page) => {
  const scenarios = parse(readFileSync(join(folder, page), 'utf8'), {
    merge: true,
    maxAliasCount: -1,
  }) as Scenario[];

  it.concurrent.for(scenarios)('$title', async (scenario, { expect }) => {
    await withFiles(scenario.files ?? {}, async (cwd) => {
      for (const command of scenario.before ?? []) await runUnsilo(wordsOf(command), { cwd });
      const ran = await runUnsilo(wordsOf(scenario.command), { cwd });
      compare(expect, ran.stderr, scenario.stderr, scenario.stderr_matches);
      compare(expect, ran.stdout, scenario.stdout, scenario.stdout_matches);
      expect(ran.exitCode).toBe(scenario.exit);
      for (const [path, patterns] of Object.entries(scenario.files_match ?? {}))
        compare(expect, readFileSync(join(cwd, path), 'utf8'), undefined, patterns);
      for (const path of scenario.absent ?? []) expect(existsSync(join(cwd, path)), path).toBe(false);
    });
  });
});
