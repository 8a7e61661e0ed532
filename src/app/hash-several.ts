import { findEcosystem } from '../sources/load-ecosystem.js';
import { readFacts } from '../sources/read-bytes.js';

/** SHA-256 of the inputs that are several files in one, a folder of mails or a rotated log, by their name in reports. */
export async function hashSeveral(dir: string): Promise<ReadonlyMap<string, string>> {
  const { files } = await findEcosystem(dir);
  const hashes = new Map<string, string>();
  for (const file of files) if (file.members) hashes.set(file.file, (await readFacts(file)).sha256);
  return hashes;
}
