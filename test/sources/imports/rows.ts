import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from '../../../src/model/errors.js';
import type { Imported, ImportedTable, ImportText } from '../../../src/sources/imports/types.js';

/** The files of a format's fixtures, by name. */
export async function fixture(format: string): Promise<ImportText[]> {
  const folder = join('fixtures/sources', format);
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
}

/** Rows of a table, each on a line: stated cells, line and pointer. */
export const linesOf = (imported: readonly Imported[], table: ImportedTable): string[] =>
  imported.flatMap(({ rows }) =>
    rows
      .filter((row) => row.table === table)
      .map(({ cells, at }) => {
        const stated = Object.values(cells).filter((value) => value !== null);
        return `${stated.join(', ')} @${at.row}${at.pointer}`;
      }),
  );

/** What was left out, each on a line. */
export const leftOutOf = (imported: readonly Imported[]): string[] =>
  imported.flatMap(({ leftOut }) =>
    leftOut.map(({ what, example, at }) => `${what}: ${example} @${at.row}${at.pointer}`),
  );

/** Where a reader finds faults: `file:line pointer message`. */
export function faultsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.problems.map(
      ({ place, message }) => `${place.file}:${place.row} ${place.column ?? ''} ${message}`,
    );
  }
  return [];
}
