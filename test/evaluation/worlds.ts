import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorld, type ShapeName, shapes } from '../linkage/world/worlds.js';

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quote).join(',')}\n`).join('');

/** Writes a made world of every shape as `NAME.csv`, or `NAME-1.csv` and so on, and `NAME-truth.csv`. */
export function writeWorlds(folder: string, seed: number): void {
  for (const name of Object.keys(shapes) as ShapeName[]) {
    const { columns, records } = makeWorld(name, seed);
    const numbered = records.map((record, i) => ({ ...record, id: `${name}${i}` }));
    const truth = numbered.map(({ id, person }) => [id, `${person}`]);
    writeFileSync(join(folder, `${name}-truth.csv`), toCsv([['record_id', 'person'], ...truth]));
    const sources = [...new Set(records.map(({ source }) => source))].sort();
    for (const source of sources) {
      const rows = numbered
        .filter((record) => record.source === source)
        .map(({ id, values }) => [id, ...columns.map((column) => values[column] ?? '')]);
      const part = sources.length > 1 ? `-${source + 1}` : '';
      writeFileSync(join(folder, `${name}${part}.csv`), toCsv([['record_id', ...columns], ...rows]));
    }
  }
}
