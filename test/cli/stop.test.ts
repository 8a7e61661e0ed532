import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { stoppedLines } from '../../src/cli/stop.js';
import { root, withFiles } from './run-unsilo.js';

const row = (n: number): string =>
  `crm,C${n},customer_no,consent,*,marketing,email,opt_out,explicit,2026-01-05T10:00:00Z\n`;
const files = {
  'unsilo.yaml': 'name: long\nsources:\n  - { table: preferences, file: preferences.csv }\n',
  'preferences.csv': `system_id,subject_key,key_type,kind,lob,comm_type,channel,value,strength,valid_from\n${Array.from({ length: 50_000 }, (_, n) => row(n)).join('')}`,
};

/** Runs a command and sends it a signal at the first line on stderr that says so. */
async function stopAt(args: readonly string[], dir: string, line: string, signal: NodeJS.Signals) {
  const running = execa('node', [join(root, 'bin/unsilo.js'), ...args], {
    cwd: dir,
    reject: false,
    stdin: 'pipe',
    env: { CI: '1' },
  });
  running.stderr.on('data', (text: Buffer) => {
    if (String(text).includes(line)) running.kill(signal);
  });
  return running;
}

describe('a run that is stopped', () => {
  it.each([
    ['reading the sources', 'SIGINT', 130],
    ['computing facts', 'SIGTERM', 143],
  ] as const)('ends in order while %s, by %s with %i', async (line, signal, exitCode) => {
    await withFiles(files, async (dir) => {
      const ran = await stopAt(['audit'], dir, line, signal);
      expect(ran).toMatchObject({ exitCode, stdout: '' });
      expect(ran.stderr).toContain('unsilo: stopped before the end; nothing it printed is a verdict');
      const left = await readdir(join(dir, '.unsilo'), { recursive: true }).catch(() => []);
      expect(left.filter((name) => /tmp|spill|\.txt|wal/.test(name))).toEqual([]);
    });
  });

  it('says what was kept, the last of it by name, and obeys nothing in a name', () => {
    expect(stoppedLines([])).toContain('\n  kept: nothing of this run\n');
    const kept = ['a', 'b', 'c', 'd', 'e', 'f', '\u001b[2Jg'].map((name) => `${name} is written`);
    expect(stoppedLines(kept).split('\n').slice(1, 4)).toEqual([
      '  kept: 2 more',
      '  kept: c is written',
      '  kept: d is written',
    ]);
    expect(stoppedLines(kept)).not.toContain('\u001b');
  });
});
