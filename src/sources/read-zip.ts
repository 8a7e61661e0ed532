import { createReadStream } from 'node:fs';
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { SourceError } from '../model/errors.js';
import { assertGoing } from '../store/stopping.js';

/** A file in an archive, while it is unpacked; its bytes are to be read before the next one is asked for. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Packed bytes given to the unpacking at once: they may swell a thousandfold. */
const chunkSize = 1 << 14;

/** What a file in an archive has given so far and nobody has read. */
interface Unread {
  readonly name: string;
  readonly chunks: Uint8Array[];
  isWhole: boolean;
}

class Unpacking {
  readonly waiting: Unread[] = [];
  isEnd = false;
  private failed: Error | undefined;
  private readonly unzip = new Unzip((file) => this.begin(file));
  private readonly packed: AsyncIterator<Uint8Array>;

  constructor(private readonly path: string) {
    this.unzip.register(UnzipInflate);
    this.packed = createReadStream(path, { highWaterMark: chunkSize })[Symbol.asyncIterator]();
  }

  /** Takes in the next piece of the archive. */
  async more(): Promise<void> {
    assertGoing();
    const { value, done = false } = await this.packed.next();
    this.isEnd = done;
    try {
      this.unzip.push(done ? new Uint8Array() : value, done);
    } catch (error) {
      this.failed ??= error as Error;
    }
    if (this.failed !== undefined) throw this.unreadable(this.failed.message);
  }

  async *bytesOf(unread: Unread): AsyncGenerator<Uint8Array> {
    for (;;) {
      yield* unread.chunks.splice(0);
      if (unread.isWhole && unread.chunks.length === 0) return;
      if (this.isEnd) throw this.unreadable('it ends too early');
      await this.more();
    }
  }

  /** A folder has nothing in it. */
  private begin(file: UnzipFile): void {
    if (file.name.endsWith('/')) return;
    const unread: Unread = { name: file.name, chunks: [], isWhole: false };
    this.waiting.push(unread);
    file.ondata = (error, chunk, final) => {
      if (error) this.failed ??= error;
      else unread.chunks.push(chunk);
      unread.isWhole = final;
    };
    file.start();
  }

  unreadable(reason: string): SourceError {
    const message = `${this.path} cannot be unpacked: ${reason}`;
    const expected = 'a whole zip archive without a password';
    return new SourceError([{ place: { file: this.path }, message, expected }], 'classified');
  }
}

/** The files of an archive in their order, unpacked piece by piece, in memory that no archive can exceed. */
export async function* readZip(path: string): AsyncGenerator<ZipMember> {
  const unpacking = new Unpacking(path);
  let found = 0;
  for (;;) {
    while (unpacking.waiting.length === 0 && !unpacking.isEnd) await unpacking.more();
    const next = unpacking.waiting.shift();
    if (next === undefined) break;
    found += 1;
    yield { name: next.name, bytes: unpacking.bytesOf(next) };
    for await (const _ of unpacking.bytesOf(next));
  }
  if (found === 0) throw unpacking.unreadable('there is no file in it');
}
