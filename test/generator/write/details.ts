import type { Person } from '../person.js';
import { detailsKept, type Kept } from '../simulate/details.js';
import { isoInstant } from '../time.js';
import type { World } from '../world/types.js';
import { addCsv, type Column, type Files } from './files.js';
import type { Yaml } from './yaml.js';

const columns: Column<Kept>[] = [
  ['system_id', ({ system }) => system],
  ['subject_key', ({ subject }) => subject],
  ['field', ({ field }) => field],
  ['value', ({ value }) => value],
  ['valid_from', ({ from }) => isoInstant(from)],
];

/** What systems had of details before, where a fault is to be seen in it. */
export function addDetails(files: Files, world: World, people: readonly Person[]): Yaml[] {
  const rows = detailsKept(world, people);
  if (rows.length === 0) return [];
  addCsv(files, 'detail_history.csv', columns, rows);
  return [{ table: 'master_values', file: 'detail_history.csv' }];
}
