import { readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../model/errors.js';
import type { GateCoverage } from '../../model/gate-report.js';
import type { TemplateFile } from '../../model/template.js';
import { isIgnoredFolder, isSurelyTemplate, isTemplatePath } from '../../templates/read/candidates.js';
import { decodeTemplate, largestTemplate } from '../../templates/read/decode.js';
import { compareText } from '../../text/compare.js';
import { createMatcher } from '../../text/path-patterns.js';
import { namesBeside } from '../names-beside.js';

export { decodeTemplate, isTemplatePath };

export interface ReadFiles {
  /** In order of their paths. */
  readonly files: readonly TemplateFile[];
  readonly unread: GateCoverage['unread'];
}

/** All texts of a run together: memory must stay bounded whatever is given. */
const largestRun = 256_000_000;

async function walk(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    found.map((entry) => {
      const child = join(folder, entry.name);
      if (entry.isDirectory()) return isIgnoredFolder(entry.name) ? [] : walk(child);
      return entry.isFile() && isTemplatePath(entry.name) ? [child] : [];
    }),
  );
  return lists.flat();
}

const magic = /[*?{}]/;

/** Files that fit a pattern whose first piece with a star ends the folder that is walked. */
async function filesLike(typed: string): Promise<string[]> {
  const pieces = typed.split('/');
  const folder =
    pieces
      .slice(
        0,
        pieces.findIndex((piece) => magic.test(piece)),
      )
      .join('/') || '.';
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) return [];
  const asPath = (file: string): string => resolve(file).split(sep).join('/');
  const fits = createMatcher(asPath(typed));
  return (await walk(folder)).filter((file) => fits(asPath(file)));
}

async function filesAt(typed: string): Promise<string[]> {
  const found = await stat(typed).catch(() => undefined);
  if (found) return found.isDirectory() ? walk(typed) : [typed];
  const matched = magic.test(typed) ? await filesLike(typed) : [];
  if (matched.length > 0) return matched;
  throw new UsageError({
    message: `there is no file or folder '${typed}'`,
    tips: await namesBeside(typed),
  });
}

interface Sized {
  readonly file: string;
  readonly path: string;
  readonly size: number;
}

/** Waiting for a file costs more than reading one of this size. */
function readOne({ file, path, size }: Sized, before: number): TemplateFile {
  if (size > largestTemplate) return { path, text: '', problem: 'larger than 5 MB' };
  if (before + size > largestRun)
    return { path, text: '', problem: 'left out: all templates together are larger than 256 MB' };
  try {
    return decodeTemplate(path, readFileSync(file));
  } catch (error) {
    return { path, text: '', problem: `cannot be opened (${(error as NodeJS.ErrnoException).code})` };
  }
}

function readInOrder(files: readonly Sized[]): TemplateFile[] {
  let before = 0;
  return files.map((one) => {
    const read = readOne(one, before);
    if (one.size <= largestTemplate) before += one.size;
    return read;
  });
}

/** Reads the templates of paths (files, folders, patterns); paths of the result are relative to the root. */
export async function readTemplateFiles(root: string, paths: readonly string[]): Promise<ReadFiles> {
  const found = new Set((await Promise.all(paths.map(filesAt))).flat().map((file) => resolve(file)));
  const sized = [...found].map((file): Sized => {
    const { size } = statSync(file);
    return { file, path: relative(root, file).split(sep).join('/'), size };
  });
  const files = readInOrder(sized.sort((a, b) => compareText(a.path, b.path)));
  const unread = files.flatMap(({ path, text, problem }) =>
    problem !== undefined && text === '' && isSurelyTemplate(path) ? [{ file: path, why: problem }] : [],
  );
  return { files, unread };
}
