import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../model/errors.js';
import type { GateCoverage } from '../../model/gate-report.js';
import type { TemplateFile } from '../../model/template.js';
import { compareText } from '../../text/compare.js';

export interface ReadFiles {
  /** In order of their paths. */
  readonly files: readonly TemplateFile[];
  readonly unread: GateCoverage['unread'];
}

const ignored = new Set(['node_modules', '.git']);
const known =
  /\.(?:html?|txt|mjml|hbs|handlebars|mustache|liquid|jinja2?|j2|njk|twig|erb|ejs|ftl|vm|gotmpl|tmpl|tpl|eml|ya?ml|json|properties|po|pot|php|arb|md|amp)$/i;
const largest = 5_000_000;

async function walk(path: string): Promise<string[]> {
  const found = await readdir(path, { withFileTypes: true });
  const lists = await Promise.all(
    found.map((entry) => {
      const child = join(path, entry.name);
      if (entry.isDirectory()) return ignored.has(entry.name) ? [] : walk(child);
      return entry.isFile() && known.test(entry.name) ? [child] : [];
    }),
  );
  return lists.flat();
}

async function filesAt(typed: string): Promise<string[]> {
  const found = await stat(typed).catch(() => undefined);
  if (!found) throw new UsageError({ message: `there is no file or folder '${typed}'` });
  return found.isDirectory() ? walk(typed) : [typed];
}

async function readOne(file: string, path: string): Promise<TemplateFile> {
  const { size } = await stat(file);
  if (size > largest) return { path, text: '', problem: 'larger than 5 MB' };
  const bytes = await readFile(file);
  if (bytes.includes(0)) return { path, text: '', problem: 'binary' };
  return { path, text: bytes.toString('utf8') };
}

/** Reads the templates of paths (files and folders); paths of the result are relative to the root. */
export async function readTemplateFiles(root: string, paths: readonly string[]): Promise<ReadFiles> {
  const found = new Set((await Promise.all(paths.map(filesAt))).flat().map((file) => resolve(file)));
  const read = await Promise.all(
    [...found].map((file) => readOne(file, relative(root, file).split(sep).join('/'))),
  );
  const files = read.sort((a, b) => compareText(a.path, b.path));
  const unread = files.flatMap(({ path, problem }) =>
    problem === undefined ? [] : [{ file: path, why: problem }],
  );
  return { files, unread };
}
