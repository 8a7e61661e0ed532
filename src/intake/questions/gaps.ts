import { collected } from '../../model/intake.js';
import { findTable } from '../../model/tables/index.js';
import { type Collected, type InventoryRow, type InventoryRows, idOf, referenceOf } from '../layout.js';
import { covers, type Draft, groupRows, nodeOf } from './draft.js';

/** Tables that an audit can do without. */
const optional: readonly Collected[] = ['authorities', 'templates', 'template_supplies'];

const emptySheets = (rows: InventoryRows): Draft[] =>
  collected
    .filter((table) => rows[table].length === 0 && !optional.includes(table))
    .map((table) => ({
      topic: 'empty_sheet',
      subject: `table:${table}`,
      table,
      place: null,
      args: {},
      sheet: table,
    }));

interface Child {
  readonly parent: Collected;
  readonly child: Collected;
  /** Columns of the child that name the parent. */
  readonly by: readonly string[];
}
const children: readonly Child[] = [
  { parent: 'systems', child: 'system_fields', by: ['system_id'] },
  { parent: 'systems', child: 'flows', by: ['from_system_id', 'to_system_id'] },
  { parent: 'flows', child: 'flow_fields', by: ['flow_id'] },
  { parent: 'communications', child: 'communication_steps', by: ['communication_id'] },
  { parent: 'communications', child: 'communication_fields', by: ['communication_id'] },
  { parent: 'collection_points', child: 'collection_point_fields', by: ['collection_point_id'] },
];

const isRunning = ({ cells }: InventoryRow): boolean => (cells.status ?? 'active') === 'active';

/** Things about which a sheet that has rows says nothing. */
const nothingListed = (rows: InventoryRows): Draft[] =>
  children.flatMap(({ parent, child, by }) => {
    if (rows[child].length === 0) return [];
    const named = new Set(rows[child].flatMap(({ cells }) => by.map((column) => cells[column])));
    return rows[parent]
      .filter((row) => isRunning(row) && !named.has(row.cells[idOf[parent]!]))
      .map((row) => ({
        topic: 'nothing_listed' as const,
        subject: nodeOf(parent, row),
        table: child,
        place: null,
        args: { ask: `${parent}>${child}` },
        sheet: child,
      }));
  });

/** Names that the sheet they refer to does not list; said once for all rows of a sheet. */
const unknownReferences = (rows: InventoryRows): Draft[] =>
  collected.flatMap((table) =>
    Object.entries(findTable(table)!.columns).flatMap(([column, spec]) => {
      const target = referenceOf(spec);
      if (!target || rows[target].length === 0) return [];
      const known = new Set(rows[target].map(({ cells }) => cells[idOf[target]!]));
      return [...groupRows(rows[table], ({ cells }) => cells[column])]
        .filter(([value]) => !known.has(value))
        .map(
          ([value, naming]): Draft => ({
            topic: 'unknown_reference',
            subject: nodeOf(table, naming[0]!),
            table,
            place: naming[0]!.place,
            args: { value, rows: naming.length, target },
            sheet: table,
            columns: [[table, column]],
          }),
        );
    }),
  );

const keeping = ['collects', 'holds', 'masters'];
const exempt = /^(key|outcome)(\.|$)/;

/** Fields that several systems keep and none masters, neither by its role nor by the trusted sources. */
function noMaster({ system_fields, authorities }: InventoryRows): Draft[] {
  const masters = system_fields.filter(({ cells }) => cells.role === 'masters');
  const settled = [...masters, ...authorities].map(({ cells }) => cells.field!);
  const kept = system_fields.filter(
    ({ cells }) => keeping.includes(cells.role!) && !exempt.test(cells.field!),
  );
  return [...groupRows(kept, ({ cells }) => cells.field)].flatMap(([field, holding]): Draft[] => {
    const systems = [...new Set(holding.map(({ cells }) => cells.system_id!))].sort();
    const isSettled = settled.some((one) => covers(one, field) || covers(field, one));
    if (systems.length < 2 || isSettled) return [];
    const args = { field, systems };
    return [{ topic: 'no_master', subject: `field:${field}`, table: 'authorities', place: null, args }];
  });
}

/** What an inventory lacks by itself, whatever the records say. */
export const gapsOf = (rows: InventoryRows): Draft[] => [
  ...unknownReferences(rows),
  ...noMaster(rows),
  ...nothingListed(rows),
  ...emptySheets(rows),
];
