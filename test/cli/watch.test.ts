import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { FolderWatch, isWorthARun } from '../../src/cli/watch-folder.js';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

describe('a folder that is watched', () => {
  it.each([
    ['sends.csv', true],
    ['inventory/flows.csv', true],
    ['.unsilo/store/facts-1.duckdb', false],
    ['inventory/.flows.csv.swp', false],
    ['flows.csv~', false],
    ['reports/.unsilo.json.4711.tmp', false],
    ['.git/index', false],
  ])('takes a change of %s for worth a run: %s', (file, worth) => expect(isWorthARun(file)).toBe(worth));

  it('tells changes together once they end, but none of its own', async () => {
    await withFiles({ 'a.csv': '', 'inventory/b.csv': '' }, async (dir) => {
      const watching = new FolderWatch();
      watching.add([dir]);
      await mkdir(join(dir, '.unsilo'));
      for (const file of ['a.csv', 'inventory/b.csv', 'out.json', '.unsilo/x'])
        await writeFile(join(dir, file), '1');
      await new Promise((done) => setTimeout(done, 100));
      const changed = await watching.next([join(dir, 'out.json')]);
      watching.close();
      expect(changed.filter((file) => file.endsWith('.csv')).map((file) => file.split('/').pop())).toEqual([
        'a.csv',
        'b.csv',
      ]);
      expect(changed.some((file) => file.endsWith('out.json') || file.includes('.unsilo/'))).toBe(false);
    });
  });
});

const files = {
  'unsilo.yaml': 'name: small\nsources:\n  - { table: systems, file: systems.csv }\n',
  'systems.csv': 'system_id,name,silo_id\ncore,Core,bank\n',
};

describe('audit --watch', () => {
  it('runs again when a source changes, and ends with the code of the last run', async () => {
    await withFiles(files, async (dir) => {
      const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
      const args = [join(root, 'bin/unsilo.js'), 'audit', '--watch', '--quiet', '--fail-on', 'never'];
      const running = execa('node', args, { cwd: dir, env, extendEnv: false, reject: false });
      let turns = 0;
      running.stderr.on('data', async (text: Buffer) => {
        if (!String(text).includes('watching .')) return;
        if (++turns === 1) await appendFile(join(dir, 'systems.csv'), 'crm,CRM,pigeons,too,many\n');
        else running.kill('SIGINT');
      });
      const ran = await running;
      expect(ran.exitCode).toBe(0);
      expect(ran.stderr).toMatch(/unsilo: systems\.csv changed\n[\s\S]*watching \.; Ctrl-C ends\n/);
      expect(ran.stdout.match(/^small, of no day/gmu)).toHaveLength(2);
    });
  });

  it('is refused where nobody could end it', async () => {
    const ran = await runUnsilo(['audit', '--watch', root], { env: { CI: '1' } });
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('--watch never ends by itself');
  });
});
