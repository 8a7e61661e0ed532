import type { Column } from '../model/column.js';
import type { IntakeTexts } from '../model/intake.js';
import { collected } from '../model/intake.js';

/** A table that a workbook collects. */
export type Collected = (typeof collected)[number];
/** A row of the inventory as canonical text, and where it stands; null is unknown. */
export interface InventoryRow {
  readonly cells: Readonly<Record<string, string | null>>;
  readonly place: { readonly file: string; readonly row: number };
}
/** The inventory, table by table. */
export type InventoryRows = Readonly<Record<Collected, readonly InventoryRow[]>>;

/** Rows above the first entry: what the sheet is, what columns mean, what they are called, what unsilo calls them. */
export const headerRows = 4;
/** Rows prepared for entry when few are there yet. */
export const usualRows = 2000;

/** Ids that other sheets refer to. */
export const idOf: Partial<Record<Collected, string>> = {
  owners: 'owner_id',
  silos: 'silo_id',
  systems: 'system_id',
  flows: 'flow_id',
  channels: 'channel_id',
  communications: 'communication_id',
  collection_points: 'collection_point_id',
  templates: 'template_id',
};

/** The name of the place with a table's ids. */
export const idsName = (table: string): string => `ids_${table}`;
export const listName = (vocabulary: string): string => `list_${vocabulary}`;

/** What a column is called and what goes there. */
export const headed = (texts: IntakeTexts, table: string, column: string) =>
  texts.columns[`${table}.${column}`] ?? texts.columns[column]!;

const fieldColumns = ['field', 'source_field', 'target_field'];
export const isField = (column: string): boolean => fieldColumns.includes(column);

/** The table a column refers to, if that is collected, too. */
export const referenceOf = ({ references }: Column): Collected | undefined =>
  collected.find((name) => name === references);
