import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A store may lie on a disk that several machines share, and each numbers its own processes. */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** What this process writes in passing is named after, so that a later run can tell whose it was. */
export const processTag = `${host}-${process.pid}`;

const tagged = /(?:^spill-|\.)([0-9a-f]{8})-(\d+)(?:$|\.)/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Whether a file was written in passing by a process of this machine that is no more. */
export function isLeftover(name: string): boolean {
  const [, machine, pid] = tagged.exec(name) ?? [];
  return machine === host && !isAlive(Number(pid));
}

/** Removes what killed runs left in the folder of the store: what they spilled, half databases and copies of texts. */
export async function removeLeftovers(root: string): Promise<void> {
  for (const folder of [root, join(root, 'store')]) {
    const names = await readdir(folder).catch(() => [] as string[]);
    const leftovers = names.filter(isLeftover).map((name) => join(folder, name));
    await Promise.all(
      leftovers.map((path) => rm(path, { recursive: true, force: true }).catch(() => undefined)),
    );
  }
}
