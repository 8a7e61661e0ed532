import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { dataOf, fieldsOfSample } from '../../gate/evidence/from-sample.js';
import type { GateSettings } from '../../model/gate-settings.js';
import type { Supply } from '../../model/supply.js';
import type { Part } from '../../model/template.js';
import { compareText } from '../../text/compare.js';
import { createMatcher } from '../../text/path-patterns.js';

/** Larger files hold records, not a sample. */
const largest = 1_000_000;

/** A file of at most 1 MB; undefined where there is none. */
export async function readSmall(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size > largest) return undefined;
  return readFile(path, 'utf8').catch(() => undefined);
}

/** Names of files that show what a template beside them gets. */
const sampleName =
  /^(?:.{0,100}[._-])?(?:samples?|(?:sample|test|preview|mock|example|template)[._-]?data)\.json$/i;

/** Folders of samples, one for each template by its name. */
const sampleFolder =
  /^(?:data|samples?|examples?|fixtures?|mocks?|previews?|(?:sample|test|preview|mock|example|template)[._-]?data)$/i;

const stemOf = (path: string): string => basename(path).split('.')[0]!;

interface Group {
  readonly message: string;
  readonly stems: Set<string>;
}

/** Messages by the folders their whole files lie in. */
function foldersOf(parts: readonly Part[]): Map<string, readonly Group[]> {
  const folders = new Map<string, Map<string, Group>>();
  for (const { file, message, key, channel } of parts) {
    if (key !== '' || channel === 'unknown') continue;
    const folder = dirname(file.path);
    const groups = folders.get(folder) ?? new Map<string, Group>();
    folders.set(folder, groups);
    const group = groups.get(message) ?? { message, stems: new Set<string>() };
    groups.set(message, group);
    group.stems.add(stemOf(file.path));
  }
  return new Map([...folders].map(([folder, groups]) => [folder, [...groups.values()]]));
}

/** Whether a sample in a folder is a message's: called like it or its files, or the folder is its alone. */
const isOf = (sample: string, { message, stems }: Group, isAlone: boolean): boolean =>
  isAlone || stemOf(sample) === basename(message) || stems.has(stemOf(sample));

async function readSample(root: string, path: string, message: string): Promise<Supply | undefined> {
  const text = await readSmall(join(root, path));
  try {
    const fields = text === undefined ? [] : fieldsOfSample(dataOf(JSON.parse(text), message));
    return fields.length === 0 ? undefined : { evidence: 'sample', source: path, fields };
  } catch {
    return undefined;
  }
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).sort(compareText);

const under = (folder: string, name: string): string => (folder === '.' ? name : `${folder}/${name}`);

/** Lists the samples that folders of samples hold: in a template's folder, and in those above it. */
function createSampleFolders(root: string): (folder: string) => Promise<string[]> {
  const known = new Map<string, Promise<string[]>>();
  const here = async (folder: string): Promise<string[]> => {
    const folders = (await namesIn(join(root, folder))).filter((name) => sampleFolder.test(name));
    const lists = await Promise.all(
      folders.map(async (name) => {
        const path = under(folder, name);
        return (await namesIn(join(root, path))).map((file) => `${path}/${file}`);
      }),
    );
    return lists.flat().filter((path) => path.endsWith('.json'));
  };
  const all = async (folder: string): Promise<string[]> => {
    const own = await here(folder);
    return folder === '.' ? own : [...own, ...(await find(dirname(folder)))];
  };
  const find = (folder: string): Promise<string[]> => {
    const found = known.get(folder) ?? all(folder);
    known.set(folder, found);
    return found;
  };
  return find;
}

/** Paths of samples that patterns name, wherever they lie. */
async function namedSamples(root: string, patterns: readonly string[]): Promise<string[]> {
  const fits = createMatcher(patterns);
  const found = new Set<string>();
  for (const pattern of patterns) {
    const steps = pattern.replace(/^\.\//, '').split('/');
    const magic = steps.findIndex((step) => /[*?]/.test(step));
    const folder = steps.slice(0, magic < 0 ? -1 : magic).join('/');
    const inside = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const name of inside) {
      const path = [folder, name.replaceAll('\\', '/')].filter((step) => step !== '').join('/');
      if (fits(path)) found.add(path);
    }
  }
  return [...found].sort(compareText);
}

/** What sample data shows that messages get: beside their templates by its name, or where settings say. */
export async function readSamples(
  root: string,
  parts: readonly Part[],
  settings: GateSettings,
): Promise<Map<string, Supply>> {
  const supplies = new Map<string, Supply>();
  const add = async (message: string, path: string): Promise<void> => {
    const supply = supplies.has(message) ? undefined : await readSample(root, path, message);
    if (supply) supplies.set(message, supply);
  };
  const named = await namedSamples(root, settings.samples ?? []);
  const samplesOf = createSampleFolders(root);
  for (const [folder, groups] of foldersOf(parts)) {
    const beside = (await namesIn(join(root, folder)))
      .filter((name) => sampleName.test(name))
      .map((name) => under(folder, name));
    const apart = await samplesOf(folder);
    for (const group of groups) {
      const own = named.filter((path) =>
        [stemOf(path), basename(dirname(path))].includes(basename(group.message)),
      );
      const given = [
        ...own,
        ...beside.filter((path) => isOf(path, group, groups.length === 1)),
        ...apart.filter((path) => isOf(path, group, false)),
      ];
      for (const path of given) await add(group.message, path);
    }
  }
  return supplies;
}
