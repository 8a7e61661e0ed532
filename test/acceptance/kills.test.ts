import { spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePaddedPair, type PaddedPair } from '../cli/padded-pair.js';
import { root, runUnsilo } from '../cli/run-unsilo.js';

const kills = 20;

/** Numbers between 0 and 1, the same in every run of the test. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const argsOf = (bank: string): string[] => [
  'audit',
  bank,
  '--quiet',
  '--fail-on',
  'never',
  '--format',
  'json',
];

/** Starts an audit and kills it after so many milliseconds; how it ended. */
async function killAfter(bank: string, milliseconds: number): Promise<NodeJS.Signals | number | null> {
  const child = spawn('node', [join(root, 'bin/unsilo.js'), ...argsOf(bank)], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  return ended;
}

describe('a run that is killed', () => {
  let undisturbed: PaddedPair;
  let disturbed: PaddedPair;
  beforeAll(async () => {
    undisturbed = await makePaddedPair();
    disturbed = await makePaddedPair();
  });
  afterAll(() => Promise.all([undisturbed.remove(), disturbed.remove()]));

  it(`leaves nothing half behind: after ${kills} of them a run says what it always says`, async () => {
    const start = performance.now();
    const expected = await runUnsilo(argsOf(undisturbed.folder));
    const whole = performance.now() - start;
    const random = seeded(7);
    const ends: unknown[] = [];
    for (let i = 0; i < kills; i += 1) {
      const end = await killAfter(disturbed.folder, random.next().value * whole);
      // What a finished run keeps would make the next too short to be killed.
      if (end !== 'SIGKILL') await rm(join(disturbed.folder, '.unsilo'), { recursive: true });
      ends.push(end);
    }
    expect(ends.filter((end) => end === 'SIGKILL').length).toBeGreaterThan(kills / 2);
    expect(await runUnsilo(argsOf(disturbed.folder))).toEqual(expected);
    const left = await readdir(join(disturbed.folder, '.unsilo'), { recursive: true });
    expect(left.filter((name) => /tmp|txt|wal|spill/.test(name))).toEqual([]);
    expect(left.filter((name) => /(facts|sends)-\w+\.duckdb$/.test(name))).toHaveLength(2);
  }, 300_000);
});
