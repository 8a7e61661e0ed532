/** Replaces the longest known beginning of a dotted path; what stands below it stays below it. */
export function renamePath(path: string, names: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const name = names.get(path.slice(0, end));
    if (name !== undefined) return `${name}${path.slice(end)}`;
  }
  return undefined;
}

/** A name as one step of a path: a dot in it would make it two. */
export const toStep = (name: string): string => name.trim().replaceAll('.', '_');
