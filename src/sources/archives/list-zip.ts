import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { Unreadable } from '../unreadable.js';

/** A file in a zip archive. */
export interface ZipMember {
  readonly archive: string;
  readonly name: string;
  /** Where it begins in the archive; its own head comes first. */
  readonly start: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** It is deflated, not merely stored. */
  readonly isDeflated: boolean;
}

/** Records of APPNOTE.TXT 6.3.10, 4.3: the end, its wide form and the way to it, and an entry of the directory. */
const [endMark, wideMark, entryMark] = [0x06054b50, 0x06064b50, 0x02014b50];
const [endSize, locatorSize, wideSize, entrySize] = [22, 20, 56, 46];
const mostComment = 0xffff;
/** More than a million entries. */
const mostDirectory = 2 ** 26;

const broken = (reason: string): Unreadable =>
  new Unreadable(`it cannot be unpacked: ${reason}`, 'a whole zip archive without a password');

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw broken('it ends too early');
  return buffer;
}

/** Where the directory of an archive stands: at its end, behind a comment; archives over 4 GB have a wide form of it. */
async function readDirectory(file: FileHandle): Promise<Buffer> {
  const { size: whole } = await file.stat();
  const length = Math.min(whole, endSize + mostComment + locatorSize);
  const tail = await readAt(file, whole - length, length);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(endMark);
  const at = tail.lastIndexOf(mark);
  if (at < 0 || at + endSize > length) throw broken('it has no directory of files, as one that is cut off');
  let [size, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (start === 0xffffffff && at >= locatorSize) {
    const wide = await readAt(file, Number(tail.readBigUInt64LE(at - locatorSize + 8)), wideSize);
    if (wide.readUInt32LE(0) !== wideMark) throw broken('its directory of files is not where it should be');
    [size, start] = [Number(wide.readBigUInt64LE(40)), Number(wide.readBigUInt64LE(48))];
  }
  if (size > mostDirectory) throw broken('its directory of files is too long');
  return readAt(file, start, size);
}

/** Sizes and place of an entry; those that need more than 32 bits stand behind its name, in this order. */
function numbersOf(entry: Buffer, extra: Buffer): [size: number, packed: number, start: number] {
  let wide: Buffer = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) wide = extra.subarray(at + 4);
  const next = (offset: number): number => {
    const narrow = entry.readUInt32LE(offset);
    if (narrow !== 0xffffffff || wide.length < 8) return narrow;
    const value = Number(wide.readBigUInt64LE());
    wide = wide.subarray(8);
    return value;
  };
  return [next(24), next(20), next(42)];
}

function memberOf(archive: string, entry: Buffer, nameLength: number): ZipMember {
  const bytes = entry.subarray(entrySize, entrySize + nameLength);
  const name = bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1').replaceAll('\\', '/');
  const [isLocked, method] = [(entry.readUInt16LE(8) & 1) === 1, entry.readUInt16LE(10)];
  if (isLocked) throw broken(`'${name}' in it has a password`);
  if (method !== 0 && method !== 8) throw broken(`'${name}' in it is packed in way ${method}, not deflated`);
  const [size, packed, start] = numbersOf(entry, entry.subarray(entrySize + nameLength));
  return { archive, name, start, packed, size, isDeflated: method === 8 };
}

function membersOf(archive: string, directory: Buffer): ZipMember[] {
  const members: ZipMember[] = [];
  for (let at = 0; at + entrySize <= directory.length && directory.readUInt32LE(at) === entryMark; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const end = at + entrySize + name! + extra!;
    if (end > directory.length) throw broken('its directory of files ends too early');
    members.push(memberOf(archive, directory.subarray(at, end), name!));
    at = end + comment!;
  }
  return members.filter((member) => !member.name.endsWith('/'));
}

/** The files of an archive in the order of its directory. Throws Unreadable on one that is broken, locked or empty. */
export async function listZip(archive: string): Promise<readonly ZipMember[]> {
  const file = await open(archive);
  try {
    const members = membersOf(archive, await readDirectory(file));
    if (members.length === 0) throw broken('there is no file in it');
    return members;
  } finally {
    await file.close();
  }
}
