import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseCodeOwners } from '../../gate/code-owners.js';

/** Where GitHub and GitLab look, in this order. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function textIn(folder: string): Promise<string | undefined> {
  for (const place of places) {
    const text = await readFile(join(folder, place), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Who owns paths relative to a root, by the CODEOWNERS of the repository it lies in; undefined where there is none. */
export async function readCodeOwners(
  root: string,
): Promise<((path: string) => readonly string[]) | undefined> {
  let folder = resolve(root);
  let prefix = '';
  while (true) {
    const text = await textIn(folder);
    if (text !== undefined) {
      const ownersOf = parseCodeOwners(text);
      const before = prefix;
      return (path) => ownersOf(`${before}${path}`);
    }
    const above = dirname(folder);
    if (above === folder || (await isThere(join(folder, '.git')))) return undefined;
    prefix = `${basename(folder)}/${prefix}`;
    folder = above;
  }
}
