import { readFileSync } from 'node:fs';

/** The version of the package, read when asked and from nowhere else. */
export function readVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
