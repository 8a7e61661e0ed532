import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ZipMember } from './list-zip.js';

const chunkSize = 1 << 20;

/** APPNOTE.TXT 4.3.7: what stands before the bytes of a file, up to its name and the fields behind that. */
const headSize = 30;
const headMark = 0x04034b50;

async function startOfBytes({ archive, start, name }: ZipMember): Promise<number> {
  const file = await open(archive);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, start);
    if (bytesRead < headSize || buffer.readUInt32LE(0) !== headMark)
      throw new Error(`'${name}' is not where the directory of its archive says`);
    return start + headSize + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function* unpack(member: ZipMember): AsyncGenerator<Buffer> {
  const { archive, name, packed, size, isDeflated } = member;
  if (size === 0) return;
  const start = await startOfBytes(member);
  const raw = createReadStream(archive, { start, end: start + packed - 1, highWaterMark: chunkSize });
  const bytes = isDeflated ? pipeline(raw, createInflateRaw({ chunkSize }), () => undefined) : raw;
  let seen = 0;
  for await (const chunk of bytes) {
    seen += (chunk as Buffer).length;
    if (seen > size) throw new Error(`'${name}' is longer than its archive says`);
    yield chunk as Buffer;
  }
  if (seen < size) throw new Error(`'${name}' is shorter than its archive says`);
}

/** The bytes of a file in an archive, unpacked piece by piece: never more of them than the archive announces. */
export const openMember = (member: ZipMember): Readable =>
  Readable.from(unpack(member), { objectMode: false });
