import type { Question, QuestionTopic } from '../../model/intake.js';
import type { Collected, InventoryRow } from '../layout.js';
import type { Repeated } from './said.js';

/** A question before it is put into words. */
export interface Draft {
  readonly topic: QuestionTopic;
  /** What it is about, `system:x`; also who answers, unless `answering` says otherwise. */
  readonly subject: string;
  readonly answering?: string;
  readonly table: Collected | null;
  readonly place: Question['place'];
  readonly args: Question['args'];
  /** The finding it is about, to be said in the reader's language. */
  readonly finding?: Repeated;
  /** Tables and columns to be named in the reader's language, by argument. */
  readonly sheet?: Collected;
  readonly columns?: readonly (readonly [table: Collected, column: string])[];
}

const nodes: Partial<Record<Collected, readonly [kind: string, column: string]>> = {
  owners: ['owner', 'owner_id'],
  silos: ['silo', 'silo_id'],
  systems: ['system', 'system_id'],
  system_fields: ['system', 'system_id'],
  flows: ['flow', 'flow_id'],
  flow_fields: ['flow', 'flow_id'],
  channels: ['channel', 'channel_id'],
  communications: ['comm', 'communication_id'],
  communication_steps: ['comm', 'communication_id'],
  communication_fields: ['comm', 'communication_id'],
  collection_points: ['point', 'collection_point_id'],
  collection_point_fields: ['point', 'collection_point_id'],
  authorities: ['system', 'system_id'],
  templates: ['template', 'template_id'],
  template_supplies: ['comm', 'communication_id'],
};

/** The thing a row is about, `system:x`; the table where the row does not say. */
export function nodeOf(table: Collected, { cells }: InventoryRow): string {
  const [kind, column] = nodes[table]!;
  return cells[column] ? `${kind}:${cells[column]}` : `table:${table}`;
}

/** One path covers another: equal, or above it. */
export const covers = (above: string, path: string): boolean =>
  above === path || path.startsWith(`${above}.`);

/** Rows by what `key` gives; rows without it are left out. */
export function groupRows(
  rows: readonly InventoryRow[],
  key: (row: InventoryRow) => string | null | undefined,
): Map<string, InventoryRow[]> {
  const groups = new Map<string, InventoryRow[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null || name === undefined) continue;
    const group = groups.get(name) ?? [];
    if (group.length === 0) groups.set(name, group);
    group.push(row);
  }
  return groups;
}
