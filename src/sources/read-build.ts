import { readFile } from 'node:fs/promises';

/** Which build of unsilo this is; undefined where it runs from its sources, which change under its hands. */
export const readBuild = (): Promise<string | undefined> =>
  readFile(new URL('../build.txt', import.meta.url), 'utf8').catch(() => undefined);
