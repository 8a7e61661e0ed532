import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Rows of a table that lies beside the rules of a pack, `<pack>/tables/<name>.csv`, by column name. */
export async function readTable<T extends string>(
  folder: string,
  pack: string,
  name: string,
): Promise<Record<T, string>[]> {
  const text = await readFile(join(folder, pack, 'tables', `${name}.csv`), 'utf8');
  return parse(text, { columns: true }) as Record<T, string>[];
}
