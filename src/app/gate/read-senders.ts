import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeFile } from '../../gate/evidence/code-words.js';
import { isIgnoredFolder } from '../../templates/read/candidates.js';
import { compareText } from '../../text/compare.js';
import { readSmall } from './read-samples.js';

const code = /\.(?:rb|py|php|java|kt|scala|go|cs|[cm]?[jt]sx?)$/;
/** Catalogues and templates in a language of code are no code that sends, and tests hand over what they like. */
const other = /\.blade\.php$|(?:^|[._-])(?:test|tests|spec)\.\w+$|^test_|\.d\.ts$/;
const otherFolders = /^(?:tests?|specs?|__tests__|lang|locales?|translations?|i18n|migrations?)$/i;

/** With more, one would have to read too much to know what nobody hands over. */
const most = 400;

async function walk(root: string, folder: string, found: string[]): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (found.length > most) return;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isIgnoredFolder(entry.name) && !otherFolders.test(entry.name)) await walk(root, path, found);
    } else if (code.test(entry.name) && !other.test(entry.name)) found.push(path);
  }
}

/** Code beside the templates, in order of path; none where there is too much to know all of it. */
export async function readSenders(root: string): Promise<readonly CodeFile[]> {
  const found: string[] = [];
  await walk(root, '', found);
  if (found.length > most) return [];
  const files: CodeFile[] = [];
  for (const path of found.sort(compareText)) {
    const text = await readSmall(join(root, path));
    if (text !== undefined) files.push({ path, text });
  }
  return files;
}
