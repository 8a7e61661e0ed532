import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

const formats = ['terminal', 'json', 'sarif', 'markdown'];

/** What one gate of a folder says in every format; `from` is the number of characters from which on it has a helper. */
async function gateWith(from: string, dir: string, more: readonly string[] = []): Promise<string[]> {
  return withFiles({}, async (out) => {
    const written = formats.flatMap((format) => ['--format', `${format}=${join(out, format)}`]);
    const args = ['gate', dir, '--quiet', '--show', 'info', '--today', '2026-07-10', ...written, ...more];
    const ran = await runUnsilo(args, { env: { UNSILO_HELP_FROM: from } });
    expect(ran.stderr).toBe('');
    return [
      String(ran.exitCode),
      ...(await Promise.all(formats.map((format) => readFile(join(out, format), 'utf8')))),
    ];
  });
}

it.each([
  ['fixtures/example-templates', []],
  ['test/evaluation/gate-repositories/a*/**', ['--strict']],
])('says the same with two threads as with one of %s', async (folder, more) => {
  const alone = await gateWith('Infinity', join(root, folder), more);
  expect(alone[2]!.length).toBeGreaterThan(10_000);
  expect(await gateWith('0', join(root, folder), more)).toEqual(alone);
});

it('says the same with two threads of what a change touches', async () => {
  await withFiles({}, async (dir) => {
    const git = (...args: string[]) =>
      execa('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], { cwd: dir });
    await cp(join(root, 'fixtures/example-templates'), dir, { recursive: true });
    await git('init', '--quiet');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'first');
    const contract = join(dir, 'unsilo.contract.json');
    await writeFile(
      contract,
      (await readFile(contract, 'utf8')).replaceAll('"nullable": false', '"nullable": true'),
    );
    const since = ['--since', 'HEAD', '--release'];
    expect(await gateWith('0', dir, since)).toEqual(await gateWith('Infinity', dir, since));
  });
});
