import { findEcosystem } from '../sources/load-ecosystem.js';
import { readFacts } from '../sources/read-bytes.js';

/** SHA-256 of the inputs that are no files of their own, a folder of mails, a rotated log or a file in an archive, by their name in reports. */
export async function hashSeveral(dir: string): Promise<ReadonlyMap<string, string>> {
  const { files } = await findEcosystem(dir);
  const hashes = new Map<string, string>();
  for (const file of files)
    if (file.members ?? file.inside) hashes.set(file.file, (await readFacts(file)).sha256);
  return hashes;
}
