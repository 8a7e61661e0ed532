import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName } from '../text/file-name.js';
import { cannotWrite, makeFolder } from './output.js';

/** Files that appear together, readable by their owner alone, when all lines are there. */
export interface Files {
  /** Adds a line to a file, by its key; a new one gets about this name and begins with the head. */
  add(key: string, name: string, head: string, line: string): Promise<void>;
  /** Makes all files appear under their names. */
  finish(): Promise<void>;
  /** Leaves nothing half behind. */
  discard(): Promise<void>;
}

interface Open {
  readonly handle: FileHandle;
  readonly temporary: string;
  readonly file: string;
  waiting: string;
}

const enough = 1 << 16;

/** Opens files in a folder as they are needed. Two systems whose names are one on disk get numbers. */
export function openFiles(folder: string): Files {
  const files = new Map<string, Open>();
  const fail = (error: unknown): never => {
    throw cannotWrite(folder, error);
  };
  async function openFile(name: string): Promise<Open> {
    const taken = new Set([...files.values()].map(({ file }) => file.toLowerCase()));
    const numbered = (n: number): string => join(folder, `${fileName(name)}${n === 0 ? '' : `-${n}`}.csv`);
    let n = 0;
    while (taken.has(numbered(n).toLowerCase())) n += 1;
    const file = numbered(n);
    const temporary = join(folder, `.${process.pid}-${files.size}.tmp`);
    await makeFolder(folder, 0o700);
    return { handle: await open(temporary, 'wx', 0o600), temporary, file, waiting: '' };
  }
  async function flush(one: Open): Promise<void> {
    await one.handle.write(one.waiting);
    one.waiting = '';
  }
  return {
    async add(key, name, head, line) {
      const known = files.get(key);
      const one = known ?? (await openFile(name).catch(fail));
      files.set(key, one);
      one.waiting += known ? line : `${head}${line}`;
      if (one.waiting.length > enough) await flush(one).catch(fail);
    },
    async finish() {
      for (const one of files.values()) await flush(one).catch(fail);
      for (const { handle, temporary, file } of files.values()) {
        await handle.close();
        await rename(temporary, file).catch(fail);
      }
      files.clear();
    },
    async discard() {
      for (const { handle, temporary } of files.values()) {
        await handle.close().catch(() => undefined);
        await rm(temporary, { force: true });
      }
      files.clear();
    },
  };
}
