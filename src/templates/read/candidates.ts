import { mayBeCatalogue } from './catalogue/index.js';
import { readPath, splitPath } from './path.js';
import { Slots } from './slots.js';

/** Folders of other people's files, of results and of tools. */
const ignored =
  /^(?:node_modules|bower_components|vendor|venv|__pycache__|__snapshots__|coverage|target|\.(?!github$|\.$).+)$/;

/** Whether a folder is passed over, by its name. */
export const isIgnoredFolder = (name: string): boolean => ignored.test(name);

/** Whether a file can hold templates or texts, by its path. */
export function isTemplatePath(path: string): boolean {
  const { folders } = splitPath(path);
  return !folders.some(isIgnoredFolder) && readPath(path, new Slots()) !== undefined;
}

/** Whether a file is surely meant as a template by its path, so that it is said when it cannot be read. */
export function isSurelyTemplate(path: string): boolean {
  const role = readPath(path, new Slots());
  if (!role) return false;
  if (role.kind === 'catalogue') return mayBeCatalogue(path, role);
  return role.channel !== 'unknown' || !/^(?:txt|text|md|markdown)$/.test(role.endings.at(-1)!);
}
