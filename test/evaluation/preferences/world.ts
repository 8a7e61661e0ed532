import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { live, type Order } from '../../generator/generate.js';
import { togetherOf } from '../../generator/judge/known/linking.js';
import { allTogether, knownConflicts } from '../../generator/judge/known/preferences.js';
import type { Conflict } from '../../generator/judge/types.js';
import { subjectKeys } from '../../generator/people.js';
import type { Year } from '../../generator/simulate/run.js';
import type { World } from '../../generator/world/types.js';
import { writeEcosystem } from '../../generator/write/ecosystem.js';
import type { Files } from '../../generator/write/files.js';
import { listed } from '../../generator/write/listed.js';

/** A simulated world, what its files let one know, and what is true. */
export interface Simulated {
  readonly world: World;
  readonly year: Year;
  /** Conflicts of records that keys of the files join. */
  readonly certain: readonly Conflict[];
  /** Conflicts that show once every record is known to be whose it is. */
  readonly all: readonly Conflict[];
  /** `system key` → the true person; -1 where two share the key. */
  readonly owners: ReadonlyMap<string, number>;
}

function ownersOf(world: World, { people }: Year): Map<string, number> {
  const owners = new Map<string, number>();
  for (const person of people)
    for (const store of world.stores.filter(({ id }) => person.stores.includes(id)))
      for (const key of subjectKeys(person, store)) {
        const place = `${store.id} ${key}`;
        owners.set(place, owners.has(place) ? -1 : person.index);
      }
  return owners;
}

export function simulate(order: Order): Simulated {
  const { world, year } = live(order);
  return {
    world,
    year,
    certain: knownConflicts(world, year, togetherOf(world, year.people, year.seed)),
    all: knownConflicts(world, year, allTogether(year)),
    owners: ownersOf(world, year),
  };
}

/** What an analyst holds of it, with so many percent of the flows missing from the inventory. */
export const filesOf = ({ world, year }: Simulated, unlisted = 0): Files =>
  writeEcosystem(listed(world, year.seed, unlisted), year);

/** Runs `body` in a folder with these files, which is gone afterwards. */
export async function withWorld<T>(files: Files, body: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-world-'));
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
    return await body(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
