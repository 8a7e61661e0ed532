import { pbkdf2 } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/duckdb.js';
import {
  assertGoing,
  keptSoFar,
  noteKept,
  notePassing,
  removePassing,
  stopRun,
} from '../../src/store/stopping.js';

const derive = promisify(pbkdf2);

/** Keeps all four threads busy that take up statements, for about a tenth of a second. */
const occupied = () => Promise.all([1, 2, 3, 4].map(() => derive('x', 'y', 200_000, 64, 'sha512')));

it('ends what the engine is at on every connection, also before it has begun, and begins nothing more', async () => {
  const store = await openStore();
  const fork = await store.fork();
  const endless = 'SELECT count(*) FROM range(1000000000000) a, range(1000000) b';
  const busy = occupied();
  const working = [store, fork].map((lane) => lane.run(endless));
  assertGoing();
  expect(stopRun()).toBe(2);
  expect(await Promise.allSettled(working)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  await expect(store.all('SELECT 1 AS one')).rejects.toThrow('stopped');
  expect(assertGoing).toThrow('stopped');
  await expect(store.run('DETACH nowhere')).rejects.not.toThrow('stopped');
  await busy;
  fork.close();
  store.close();
  expect(stopRun()).toBe(0);
});

it('removes what must not stay, leaves what is in place, and remembers what was kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unsilo-stopping-'));
  const [half, whole] = [join(folder, 'half.tmp'), join(folder, 'whole')];
  for (const file of [half, whole]) writeFileSync(file, '');
  notePassing(half);
  notePassing(whole)();
  removePassing();
  expect([existsSync(half), existsSync(whole)]).toEqual([false, true]);
  noteKept('sends.csv is loaded');
  expect(keptSoFar()).toEqual(['sends.csv is loaded']);
  notePassing(folder);
  removePassing();
});
