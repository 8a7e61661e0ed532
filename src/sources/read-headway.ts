import { statSync } from 'node:fs';
import type { Headway, ReadHeadway } from '../model/headway.js';
import type { Store } from '../store/store.js';
import { seenOf } from './read-bytes.js';
import type { PlannedFile, SourceFile } from './types.js';

/** What looking through a file takes of reading it, measured at 10 M rows of CSV. */
const looking = 0.15;

const sizeOf = ({ path, members, inside }: SourceFile): number =>
  (members ?? [{ path, inside }]).reduce((sum, member) => {
    if (member.inside) return sum + member.inside.size;
    const found = statSync(member.path, { throwIfNoEntry: false });
    return sum + (found?.size ?? 0);
  }, 0);

interface AtWork {
  readonly file: PlannedFile;
  readonly lane: Store;
}

const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);

/** Rows a file seems to have, by the lines at its head. */
function likelyRows({ path, format }: PlannedFile): number {
  const seen = seenOf(path);
  return seen === undefined || seen.line === 0 || format === 'parquet' ? 0 : seen.text / seen.line;
}

/** Follows the reading of an ecosystem's files: first each is looked through, then loaded. */
export class LoadWatch {
  private readonly underway = new Set<AtWork>();
  private total: number | undefined;
  private bytes = 0;
  private rows = 0;

  constructor(
    private readonly files: readonly SourceFile[],
    private readonly tell: (file: string) => void = () => undefined,
  ) {}

  /** Does `load` with a file on a connection; `rowsOf` says how many rows came of it. */
  async follow<T>(
    file: PlannedFile,
    lane: Store,
    load: () => Promise<T>,
    rowsOf: (loaded: T) => number,
  ): Promise<T> {
    const work = { file, lane };
    this.underway.add(work);
    this.tell(file.file);
    const loaded = await load();
    this.underway.delete(work);
    this.bytes += file.facts.bytes;
    this.rows += rowsOf(loaded);
    return loaded;
  }

  /** Sizes are asked of the disk by the first who looks. */
  readonly read: ReadHeadway = (): Headway => {
    this.total ??= this.files.reduce((sum, file) => sum + sizeOf(file), 0);
    const seen = this.files.reduce((sum, { path }) => sum + (seenOf(path)?.bytes ?? 0), 0);
    let [bytes, rows] = [this.bytes, this.rows];
    for (const { file, lane } of this.underway) {
      bytes += file.facts.bytes * lane.headway();
      rows += likelyRows(file) * lane.headway();
    }
    const done = looking * share(seen, this.total) + (1 - looking) * share(bytes, this.total);
    const at = [...this.underway].map(({ file }) => file.file);
    return { share: done, rows: rows === 0 ? null : Math.round(rows), at };
  };
}
