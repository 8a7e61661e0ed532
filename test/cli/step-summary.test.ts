import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

const mebibyte = 1024 * 1024;
const args = ['audit', join(root, 'fixtures/example-bank'), '--quiet', '--fail-on', 'never'];

it('the summary of a GitHub job gets the report after what is there already', async () => {
  await withFiles({ 'summary.md': '# Build\n' }, async (dir) => {
    const file = join(dir, 'summary.md');
    const store = ['--store', join(dir, 'store')];
    const env = { GITHUB_STEP_SUMMARY: file };
    const ran = await runUnsilo([...args, ...store, '--format', 'github'], { cwd: dir, env });
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await readFile(file, 'utf8')).toMatch(
      /^# Build\n## Passed: Harbour and Meridian Bank[\s\S]*<\/details>/,
    );

    await writeFile(file, 'x'.repeat(mebibyte - 20_000));
    await runUnsilo([...args, ...store, '--format', 'github'], { cwd: dir, env });
    const short = await readFile(file);
    expect(short.length).toBeLessThanOrEqual(mebibyte);
    expect(short.toString()).toMatch(/\d more findings are left out for the size of this page/);

    await writeFile(file, '');
    await runUnsilo([...args, ...store, '--format', 'json'], { cwd: dir, env });
    expect(await readFile(file, 'utf8')).toBe('');
  });
});
