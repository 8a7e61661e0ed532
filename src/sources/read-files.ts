import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const specials = /[.+^$()|[\]\\]/g;

/** A glob with `*`, `**`, `?` and `{a,b}` as a pattern for paths with forward slashes. */
export function globPattern(glob: string): RegExp {
  const body = glob
    .replace(specials, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, words: string) => `(${words.split(',').join('|')})`)
    .replace(/\*\*\/|\*\*|\*|\?/g, (one) =>
      one === '**/' ? '(?:[^/]+/)*' : one === '**' ? '.*' : one === '*' ? '[^/]*' : '[^/]',
    );
  return new RegExp(`^${body}$`);
}

const isGlob = (file: string): boolean => /[*?{]/.test(file);

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** All files below a folder, with forward slashes, sorted by code unit; hidden ones and dependencies are left out. */
export async function listFiles(dir: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(dir, below), { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .map((entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory()) return listFiles(dir, path);
        return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
      }),
  );
  return found.flat().sort();
}

/** The files a `file` entry of unsilo.yaml names, sorted; empty when there are none. */
export async function findFiles(dir: string, file: string): Promise<string[]> {
  const wanted = file.replaceAll('\\', '/').replace(/^\.\//, '');
  if (await isFile(join(dir, wanted))) return [wanted];
  if (!isGlob(wanted)) return [];
  const pattern = globPattern(wanted);
  return (await listFiles(dir)).filter((path) => pattern.test(path));
}
