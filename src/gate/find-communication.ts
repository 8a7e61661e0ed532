import type { Contract, ContractCommunication } from '../model/contract.js';
import type { Part } from '../model/template.js';

const folded = (id: string): string => id.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** `templates/a.txt` and `x/templates/a.txt` are the same file seen from two folders. */
export const isSameFile = (a: string, b: string): boolean =>
  a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** One of the list that fits, if it is the only one. */
function only<T>(list: readonly T[], fits: (one: T) => boolean): T | undefined {
  const found = list.filter(fits);
  return found.length === 1 ? found[0] : undefined;
}

/** The communication of a message: by its id, by an id spelt otherwise, or by a file that the contract names. */
export function findCommunication(
  contract: Contract | undefined,
  name: string,
  parts: readonly Part[],
): ContractCommunication | undefined {
  const list = contract?.communications ?? [];
  const exact = list.find(({ communication_id: id }) => id === name);
  if (exact) return exact;
  const files = [...new Set(parts.map(({ file }) => file.path))];
  const names = new Set(files.map(nameOf));
  const isOwn = (file: string): boolean =>
    names.has(nameOf(file)) && files.some((path) => isSameFile(path, file));
  return (
    only(list, ({ communication_id: id }) => folded(id) === folded(name)) ??
    only(list, ({ templates }) => templates.some(({ file }) => isOwn(file)))
  );
}
