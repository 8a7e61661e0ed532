import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What comes along with unsilo as data, and the one file into which the build packs it: opening hundreds takes long. */
const folder = fileURLToPath(new URL('../../rules/', import.meta.url));
const pack = new URL('../rules.json', import.meta.url);

let packed: Promise<ReadonlyMap<string, string>> | undefined;

async function readPack(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(pack, 'utf8').catch(() => '{}');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}

/** Packed texts by path below the folder; none for a place outside it, and where unsilo runs from its sources. */
async function packedFor(place: string): Promise<ReadonlyMap<string, string>> {
  if (!place.startsWith(folder.slice(0, -1))) return new Map();
  packed ??= readPack();
  return packed;
}

/** Whether a file came along with unsilo: it stays as it is while unsilo runs. */
export const isShipped = (file: string): boolean => file.startsWith(folder);

const below = (place: string): string => place.slice(folder.length).replaceAll('\\', '/');

/** Texts of shipped files that no build has packed; a process that audits several times reads them once. */
const opened = new Map<string, Promise<string>>();

/** The text of a file in UTF-8; YAML that was packed has become JSON, which is YAML. */
export async function readText(file: string): Promise<string> {
  if (!isShipped(file)) return readFile(file, 'utf8');
  const text = (await packedFor(file)).get(below(file));
  if (text !== undefined) return text;
  const reading = opened.get(file) ?? readFile(file, 'utf8');
  opened.set(file, reading);
  return reading;
}

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What a folder holds, in no order. */
export async function listFolder(path: string): Promise<Entry[]> {
  const files = await packedFor(path);
  if (files.size === 0)
    return (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  const start = below(path.endsWith('/') ? path : `${path}/`);
  const entries = new Map<string, Entry>();
  for (const file of files.keys()) {
    if (!file.startsWith(start)) continue;
    const [name = '', ...rest] = file.slice(start.length).split('/');
    entries.set(name, { name, isFolder: rest.length > 0 });
  }
  return [...entries.values()];
}
