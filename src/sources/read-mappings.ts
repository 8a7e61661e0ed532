import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SourceError } from '../model/errors.js';
import { type NamedMapping, sourceMappingSchema } from '../model/source-mapping.js';
import { listFolder, readText } from '../store/packed-files.js';
import { readYaml } from '../text/yaml.js';

const folder = fileURLToPath(new URL('../../rules/sources/', import.meta.url));
const known = new Map<string, Promise<NamedMapping>>();
let names: Promise<readonly string[]> | undefined;

/** The names of all mappings that come with unsilo, sorted. */
export function readMappingNames(): Promise<readonly string[]> {
  names ??= listFolder(folder).then((files) =>
    files.flatMap(({ name: file }) => (file.endsWith('.yaml') ? file.slice(0, -'.yaml'.length) : [])).sort(),
  );
  return names;
}

const fileOf = (name: string): string => `${folder}${name}.yaml`;

/** The text of a mapping's file. */
export const readMappingText = (name: string): Promise<string> => readFile(fileOf(name), 'utf8');

async function parseMapping(name: string): Promise<NamedMapping> {
  const { value, mistakes } = readYaml(await readText(fileOf(name)), sourceMappingSchema);
  if (value !== undefined) return { name, ...value };
  throw new SourceError(
    mistakes.map(({ row, message, key }) => ({
      place: { file: `rules/sources/${name}.yaml`, row, ...(key && { column: key }) },
      message,
    })),
  );
}

/** A mapping by its name; each is read once. Throws a SourceError with its mistakes. */
export function readMapping(name: string): Promise<NamedMapping> {
  const found = known.get(name) ?? parseMapping(name);
  known.set(name, found);
  return found;
}

/** All mappings, by name. */
export const readMappings = async (): Promise<NamedMapping[]> =>
  Promise.all((await readMappingNames()).map(readMapping));
