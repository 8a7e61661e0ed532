import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

const readme = await readFile(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map(([, block = '']) => block.trim());
const install = ['npm ci && npm run demo', 'npm ci && npm test'];

/** What commands of the README name: a fingerprint, and the key of a group of errors. */
interface Names {
  finding: string;
  group: string;
}

/** `npx unsilo` means this checkout; the line may end in `# exit N`. */
async function runLine(line: string, cwd: string, names: Names): Promise<void> {
  const expected = Number(/# exit (\d)$/.exec(line)?.[1] ?? 0);
  const npx = `npx() { shift; node ${join(root, 'bin/unsilo.js')} "$@"; }`;
  const ran = await execa('bash', ['-c', `${npx}\n${line}`], {
    cwd,
    env: { FINDING: names.finding, GROUP: names.group },
    reject: false,
  });
  expect(ran.exitCode, ran.stderr).toBe(expected);
}

describe('the README', () => {
  const names: Names = { finding: '', group: '' };
  let bank = '';

  // The demo is the first audit of a reader; what it keeps is there when the other commands are typed.
  beforeAll(async () => {
    bank = await mkdtemp(join(tmpdir(), 'unsilo-readme-'));
    await cp(join(root, 'fixtures/example-bank'), bank, { recursive: true });
    const args = ['audit', bank, '--quiet', '--fail-on', 'never', '--format', 'json'];
    const report = JSON.parse((await runUnsilo(args)).stdout) as {
      findings: Record<string, string>[];
      error_groups: Record<string, string>[];
    };
    names.group = report.error_groups[0]?.group_key ?? '';
    names.finding =
      report.findings.find(({ rule }) => rule === 'preference/sent-after-opt-out')?.fingerprint ?? '';
  });

  afterAll(() => rm(bank, { recursive: true, force: true }));

  it('opens with the two commands of a fresh machine', () => {
    expect(blocks.slice(0, 2)).toEqual(install);
  });

  it.each(blocks.filter((block) => !install.includes(block)))('%s', async (block) => {
    await withFiles({ 'fixtures/.keep': '' }, async (dir) => {
      await cp(bank, join(dir, 'fixtures/example-bank'), { recursive: true });
      await cp(join(root, 'fixtures/example-templates'), join(dir, 'fixtures/example-templates'), {
        recursive: true,
      });
      for (const line of block.split('\n')) await runLine(line, dir, names);
    });
  });
});
