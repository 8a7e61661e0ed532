import machine, { type PlatformPath } from 'node:path';

/**
 * A place as a folder sees it, with forward slashes on every machine: `inventory/systems.csv`, empty for the folder itself.
 * Undefined for a place outside: above it, on another drive, or on another share.
 */
export function insideOf(
  folder: string,
  place: string,
  { relative, isAbsolute, sep }: PlatformPath = machine,
): string | undefined {
  const way = relative(folder, place);
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return isOutside ? undefined : way.split(sep).join('/');
}
