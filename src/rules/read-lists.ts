import { join } from 'node:path';
import { type WordListDefinition, wordListSchema } from '../model/word-list.js';
import { listFolder } from '../store/packed-files.js';
import { compareText } from '../text/compare.js';
import { parseYaml } from './parse-yaml.js';
import { foldersIn, Problems, readMember, templatePacks } from './read-packs.js';

async function tablesIn(folder: string): Promise<string[]> {
  const entries = await listFolder(folder).catch(() => []);
  return entries
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.yaml'))
    .sort(compareText);
}

/** The word lists of the packs about templates, `<pack>/tables/<name>.yaml`, by `<pack>/<name>`. Throws one SourceError with every mistake. */
export async function readLists(folder: string): Promise<ReadonlyMap<string, WordListDefinition>> {
  const packs = join(folder, templatePacks);
  const problems = new Problems();
  const lists = new Map<string, WordListDefinition>();
  for (const pack of await foldersIn(packs))
    for (const name of await tablesIn(join(packs, pack, 'tables'))) {
      const file = join(packs, pack, 'tables', name);
      const definition = await problems.try(async () =>
        parseYaml(file, await readMember(file), wordListSchema),
      );
      if (definition) lists.set(`${pack}/${name.slice(0, -'.yaml'.length)}`, definition);
    }
  problems.assertNone();
  return lists;
}
