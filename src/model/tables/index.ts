import type { Table } from '../table.js';
import { inventory } from './inventory.js';
import { records } from './records.js';

/** Every canonical table, in order of documentation. */
export const tables: readonly Table[] = [...inventory, ...records];

const byName = new Map(tables.map((table) => [table.name, table]));

/** The table of that name, or undefined. */
export const findTable = (name: string): Table | undefined => byName.get(name);
