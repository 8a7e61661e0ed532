import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Config } from '../model/config.js';
import { type Problem, SourceError } from '../model/errors.js';
import type { Rule } from '../model/rule.js';
import { settleAll } from '../store/side-by-side.js';
import { readPackFacts } from './read-pack-facts.js';
import { readPacks } from './read-packs.js';

/** Where users' packs lie when unsilo.yaml says nothing. */
export const usualFolder = 'rules';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** A folder of packs: where it is, and what errors call it. */
interface PackFolder {
  readonly path: string;
  readonly shown: string;
}

/** Folders of packs of an ecosystem; the usual one need not be there, those of unsilo.yaml must. */
async function foldersOf(dir: string, { packs }: Pick<Config, 'packs'>): Promise<PackFolder[]> {
  const named = packs ?? [usualFolder];
  const folders = named.map((shown) => ({ path: resolve(dir, shown), shown }));
  const found = await Promise.all(folders.map(({ path }) => isFolder(path)));
  const missing = folders.filter((_, i) => packs !== undefined && !found[i]);
  if (missing.length > 0)
    throw new SourceError(
      missing.map(({ shown }) => ({
        place: { file: 'unsilo.yaml', column: 'packs' },
        message: `there is no folder '${shown}'`,
        value: shown,
        expected: 'a folder of rule packs, relative to unsilo.yaml',
      })),
    );
  return folders.filter((_, i) => found[i]);
}

/** The same problem with the folder as unsilo.yaml names it, whatever machine it lies on. */
const relabel =
  ({ path, shown }: PackFolder) =>
  (problem: Problem): Problem => {
    const { file } = problem.place;
    const below = file.startsWith(path + sep) ? file.slice(path.length + 1).replaceAll(sep, '/') : undefined;
    return below === undefined
      ? problem
      : { ...problem, place: { ...problem.place, file: `${shown}/${below}` } };
  };

/** All rules of one folder of users' packs, each with the facts of its pack. Throws a SourceError with every mistake. */
export async function readUsersFolder(folder: PackFolder): Promise<Rule[]> {
  try {
    const rules = await readPacks(folder.path);
    const packs = [...new Set(rules.map(({ pack }) => pack))];
    const facts = await Promise.all(packs.map((pack) => readPackFacts(folder.path, pack, folder.shown)));
    return rules.map((rule) => ({
      ...rule,
      foreign: { folder: folder.shown, facts: facts[packs.indexOf(rule.pack)] ?? [] },
    }));
  } catch (error) {
    if (error instanceof SourceError) throw new SourceError(error.problems.map(relabel(folder)));
    throw error;
  }
}

/** The rules of an ecosystem's own packs. Throws a SourceError with every mistake of every folder. */
export async function readUsersPacks(dir: string, config: Pick<Config, 'packs'>): Promise<Rule[]> {
  const folders = await foldersOf(dir, config);
  return (await settleAll(folders.map(readUsersFolder))).flat();
}
