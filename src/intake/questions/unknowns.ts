import { collected } from '../../model/intake.js';
import type { Collected, InventoryRow, InventoryRows } from '../layout.js';
import { type Draft, groupRows, nodeOf } from './draft.js';

type Cells = InventoryRow['cells'];
/** A column that matters, and for which rows. */
type Wanted = readonly [column: string, when?: (cells: Cells) => boolean];

const isKept = ({ role }: Cells): boolean => ['collects', 'holds', 'masters'].includes(role ?? '');

/** Columns that may stay empty, but on which findings depend. */
const wanted: Partial<Record<Collected, readonly Wanted[]>> = {
  owners: [['contact']],
  silos: [['owner']],
  systems: [['kind']],
  system_fields: [['agent_can_edit', isKept]],
  flows: [['latency'], ['schedule', ({ mechanism }) => mechanism === 'batch']],
  flow_fields: [
    ['key_type', ({ source_field }) => /^(person|contact|preference)(\.|$)/.test(source_field ?? '')],
  ],
  channels: [['unit_cost'], ['currency', ({ unit_cost }) => unit_cost !== null], ['two_way']],
  communications: [['owner'], ['legal_basis'], ['frequency']],
  communication_steps: [['manual']],
  collection_points: [['channel'], ['actor_type'], ['process'], ['persons_per_month']],
  collection_point_fields: [
    ['required'],
    ['prefilled'],
    ['purpose', ({ legal_duty }) => legal_duty === null],
  ],
};

const isEmpty = (value: string | null | undefined): boolean =>
  value === null || value === undefined || value === '';

/** Asked once for all rows of a sheet that are about the same thing. */
function ask(table: Collected, subject: string, rows: readonly InventoryRow[]): Draft[] {
  const lacking = (column: string, when: (cells: Cells) => boolean) =>
    rows.filter(({ cells }) => when(cells) && isEmpty(cells[column]));
  const open = (wanted[table] ?? []).flatMap(([column, when = () => true]) => {
    const found = lacking(column, when);
    return found.length > 0 ? [{ column, first: found[0]! }] : [];
  });
  if (open.length === 0) return [];
  const columns = open.map(({ column }) => [table, column] as const);
  return [
    { topic: 'unknown_values', subject, table, place: open[0]!.first.place, args: {}, sheet: table, columns },
  ];
}

const retired = ({ cells }: InventoryRow): boolean => (cells.status ?? 'active') === 'retired';

/** Empty cells on which findings depend: one question for each thing and sheet. */
export const unknownsOf = (rows: InventoryRows): Draft[] =>
  collected.flatMap((table) =>
    [
      ...groupRows(
        rows[table].filter((row) => !retired(row)),
        (row) => nodeOf(table, row),
      ),
    ].flatMap(([subject, own]) => ask(table, subject, own)),
  );

/** Systems for which nobody answers: neither they nor their silo name an owner. */
export function ownerless({ systems, silos }: InventoryRows): Draft[] {
  const owned = new Set(silos.filter(({ cells }) => cells.owner !== null).map(({ cells }) => cells.silo_id));
  return systems
    .filter(({ cells }) => isEmpty(cells.owner) && !owned.has(cells.silo_id ?? null))
    .map((row) => ({
      topic: 'unknown_values',
      subject: nodeOf('systems', row),
      table: 'systems',
      place: row.place,
      args: {},
      sheet: 'systems',
      columns: [['systems', 'owner']],
    }));
}
