import { type FSWatcher, watch } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/** Milliseconds of quiet after a change, and the longest wait for quiet. */
const [quiet, longest] = [300, 3000];

/** What editors, version control and unsilo itself write in passing. */
const passing = /(?:^|\/)(?:\.[^/]*|node_modules|[^/]*~|[^/]*\.tmp)(?:\/|$)/;

/** Whether a change of a file, seen from the folder watched, is worth a run. */
export const isWorthARun = (file: string): boolean => !passing.test(file.split(sep).join('/'));

/** Watches folders, from the moment it is made. */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly changed = new Set<string>();
  private first = 0;
  private timer: NodeJS.Timeout | undefined;
  private tell: ((files: string[]) => void) | undefined;

  /** Watches folders that are not watched yet. */
  add(folders: readonly string[]): void {
    for (const folder of folders) {
      if (this.watchers.has(folder)) continue;
      this.watchers.set(
        folder,
        watch(folder, { recursive: true }, (_, file) => this.see(folder, file)),
      );
    }
  }

  /** The files that changed since the last answer, once no more do; `written` are our own. */
  next(written: readonly string[]): Promise<string[]> {
    for (const file of written) this.changed.delete(relative('.', file));
    return new Promise((done) => {
      this.tell = done;
      this.wait();
    });
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
  }

  private see(folder: string, file: string | null): void {
    if (file === null || !isWorthARun(file)) return;
    if (this.changed.size === 0) this.first = Date.now();
    this.changed.add(relative('.', resolve(folder, file)));
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.tell === undefined || this.changed.size === 0) return;
    const rest = Math.max(0, Math.min(quiet, this.first + longest - Date.now()));
    this.timer = setTimeout(() => this.answer(), rest);
  }

  private answer(): void {
    const files = [...this.changed].sort();
    this.changed.clear();
    this.tell?.(files);
    this.tell = undefined;
  }
}
