import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run-unsilo.js';

const padding = 'x'.repeat(1500);

/** Makes a file large enough to be worth keeping, by a column that no mapping reads. */
async function pad(file: string): Promise<void> {
  const [header, ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, `${[`${header},PAD`, ...rows.map((row) => `${row},${padding}`)].join('\n')}\n`);
}

export interface PaddedBank {
  /** A folder that is gone after `remove`. */
  readonly folder: string;
  /** The ecosystem in it. */
  readonly bank: string;
  readonly remove: () => Promise<void>;
}

/** A copy of the example that is large enough for a run to keep what it loaded and computed. */
export async function makePaddedBank(): Promise<PaddedBank> {
  const folder = await mkdtemp(join(tmpdir(), 'unsilo-padded-'));
  const bank = join(folder, 'bank');
  await cp(join(root, 'fixtures/example-bank'), bank, {
    recursive: true,
    filter: (file) => !file.endsWith('.unsilo'),
  });
  await pad(join(bank, 'card-core-sends.csv'));
  return { folder, bank, remove: () => rm(folder, { recursive: true, force: true }) };
}
