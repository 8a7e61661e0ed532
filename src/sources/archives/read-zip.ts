import { SourceError } from '../../model/errors.js';
import { unreadable } from '../unreadable.js';
import { listZip, type ZipMember } from './list-zip.js';
import { openMember } from './open-member.js';

/** A file in an archive and its bytes, which are unpacked as they are read. */
export interface OpenMember {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

function told(file: string, error: unknown): SourceError {
  const { tips: _, ...problem } = unreadable({ file, format: 'zip' }, error);
  return new SourceError([problem], 'classified');
}

async function* bytesOf(path: string, member: ZipMember): AsyncGenerator<Uint8Array> {
  try {
    yield* openMember(member) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw told(path, error);
  }
}

/** The files of an archive in their order, to be classified. Throws a SourceError on a broken one. */
export async function* readZip(path: string): AsyncGenerator<OpenMember> {
  const members = await listZip(path).catch((error: unknown) => {
    throw told(path, error);
  });
  for (const member of members) yield { name: member.name, bytes: bytesOf(path, member) };
}
