import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { richReport } from '../../report/fixtures.js';
import { runUnsilo, withFiles } from '../run-unsilo.js';
import { smallBank } from './small-bank.js';
import { command, missing, openTerminal, type Terminal } from './terminal.js';

const files = { ...smallBank, 'snapshot.json': JSON.stringify(richReport) };

/** Opens the explorer on the small bank or a snapshot, in a terminal of that size. */
const exploring = (
  source: '.' | 'snapshot.json',
  [columns, rows]: readonly [number, number],
  use: (terminal: Terminal, dir: string) => Promise<void>,
): Promise<void> =>
  withFiles(files, async (dir) => {
    const terminal = await openTerminal(dir, columns, rows);
    try {
      await terminal.type(command(`explore ${source}`));
      await terminal.keys('Enter');
      await terminal.shows('[2 Findings]');
      await use(terminal, dir);
    } finally {
      await terminal.close();
    }
  });

const sizes = [
  [80, 24],
  [200, 60],
] as const;

describe.skipIf(missing)(`the explorer in a terminal${missing ? ' (skipped: no tmux)' : ''}`, () => {
  it.each(sizes)('leads along the five most common paths, at %i × %i', async (...size) => {
    await exploring('.', size, async ({ keys, type, shows, mode }, dir) => {
      // From how bad it is to one customer's record.
      await type('/');
      await type('opt-out');
      await keys('Enter', 'Enter');
      await shows('Whom');
      await type('p');
      await shows(/2 records of 1 persons/);
      await keys('Enter');
      await shows(/Customer p-[0-9a-f]{16}/);
      // The neighbourhood of a system.
      await type('3');
      await shows('3 systems, most findings first');
      await keys('Enter');
      await shows(/1 system g(iv|ett)ing/);
      // Errors and what caused them.
      await type('4');
      await shows('Sent to the wrong person');
      await keys('Enter');
      await shows('What happened');
      // The findings by cause.
      await type('2b');
      await shows(/▾ .*other direction only/);
      await type('b');
      // One accepted for a time.
      await type('x');
      await shows('Why may it stay');
      await type('the flow comes in June');
      await keys('Enter');
      await shows(/Until: \d{4}/);
      await keys('Enter', 'Enter');
      await shows('accepted until');
      expect(await readFile(join(dir, 'unsilo.baseline.yaml'), 'utf8')).toContain('the flow comes in June');
      await type('q');
      const after = await shows('ended with 0');
      expect(after).toContain('before');
      expect(await mode()).toEqual({ alternate: false, cursor: true });
    });
  });

  it('fills the terminal anew when its size changes, and leaves it as it was when killed', async () => {
    await exploring('snapshot.json', sizes[0], async ({ keys, resize, screen, shows, pid, mode }) => {
      await keys('j');
      await resize(130, 40);
      await shows(/│/);
      await resize(60, 15);
      await shows(/^unsilo {2}1 Overview/);
      expect((await screen()).trimEnd().split('\n').length).toBe(15);
      expect(await mode()).toEqual({ alternate: true, cursor: false });
      process.kill(await pid(), 'SIGTERM');
      expect(await shows('ended with 143')).toContain('before');
      expect(await mode()).toEqual({ alternate: false, cursor: true });
      await keys('echo', ' still', ' typed', 'Enter');
      await shows(/^still typed$/m);
    });
  });

  it('ends with Ctrl-C as other programs do', async () => {
    await exploring('snapshot.json', sizes[0], async ({ keys, type, shows, mode }) => {
      await type('6');
      await shows('need the ecosystem itself: snapshot.json');
      await keys('C-c');
      await shows('ended with 130');
      expect(await mode()).toEqual({ alternate: false, cursor: true });
    });
  });
});

describe('the explorer where nobody could press a key', () => {
  it.each([
    ['in a pipe', {}, 'its input is no terminal'],
    ['in CI', { CI: 'true' }, 'its input is no terminal'],
  ])('says so %s, and does nothing', async (_, env, why) => {
    const ran = await runUnsilo(['explore', 'nowhere'], { env });
    expect(ran).toMatchObject({ stdout: '', exitCode: 2 });
    expect(ran.stderr).toContain(`explore needs somebody at a terminal, and ${why}`);
    expect(ran.stderr).toContain('tip: unsilo audit nowhere prints the report');
  });

  it.skipIf(missing).each([
    ['CI=1', 'CI is set'],
    ['TERM=dumb', 'the terminal is a dumb one'],
  ])('says so with %s', async (setting, why) => {
    await withFiles({}, async (dir) => {
      const terminal = await openTerminal(dir, 80, 24);
      try {
        await terminal.type(`export ${setting}; ${command('explore .')}`);
        await terminal.keys('Enter');
        await terminal.shows('ended with 2');
        expect(await terminal.screen()).toContain(why);
      } finally {
        await terminal.close();
      }
    });
  });
});
