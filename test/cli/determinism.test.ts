import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

const formats = ['json', 'html', 'terminal'];

/** Audits a fresh copy of the example in a folder of that name and reads what was written. */
async function auditCopy(name: string, env: Record<string, string>): Promise<string[]> {
  return withFiles({ [`${name}/.keep`]: '' }, async (dir) => {
    const bank = join(dir, name);
    await cp(join(root, 'fixtures/example-bank'), bank, {
      recursive: true,
      filter: (file) => !file.endsWith('.unsilo'),
    });
    const written = formats.flatMap((format) => ['--format', `${format}=${join(dir, format)}`]);
    const ran = await runUnsilo(['audit', bank, '--quiet', '--fail-on', 'never', ...written], { env });
    expect(ran).toEqual({ stdout: '', stderr: '', exitCode: 0 });
    return Promise.all(formats.map((format) => readFile(join(dir, format), 'utf8')));
  });
}

it('gives the same bytes in another folder, zone and language', async () => {
  const here = await auditCopy('bank', { TZ: 'UTC', LANG: 'C' });
  const there = await auditCopy('second-home', {
    TZ: 'Asia/Tehran',
    LANG: 'fa_IR.UTF-8',
    LC_ALL: 'fa_IR.UTF-8',
  });
  for (const [i, format] of formats.entries()) expect(there[i] === here[i], format).toBe(true);
  for (const text of here) expect(text).not.toContain('second-home');
});
