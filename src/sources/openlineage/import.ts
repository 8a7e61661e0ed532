import { assertNoMistakes } from '../imports/mistakes.js';
import type { Imported, ImportedRow, ImportText } from '../imports/types.js';
import { type Lineage, parseLineage } from './parse.js';

/** Events of a file are counted, as lines are; that they may stand in one array changes nothing. */
const placed = (row: number) => ({ row, pointer: '' });

function rowsOf({ systems, flows }: Lineage): ImportedRow[] {
  return [
    ...systems.map(({ row, kind, ...cells }): ImportedRow => {
      return { table: 'systems', cells, assumed: { kind }, at: placed(row) };
    }),
    ...flows.flatMap(({ row, fields, ...flow }): ImportedRow[] => [
      { table: 'flows', cells: { ...flow, mechanism: 'batch' }, at: placed(row) },
      ...fields.map((field): ImportedRow => {
        const cells = { flow_id: flow.flow_id, ...field };
        return { table: 'flow_fields', cells, at: placed(row) };
      }),
    ]),
  ];
}

/** Where the first fault of an event is. */
const pointerOf = (first?: Lineage['rejects'][number]): string =>
  first?.column ? `/${first.column.replaceAll('.', '/')}` : '';

/** Reads files of OpenLineage events. Throws a SourceError naming every file without any. */
export function importLineage(texts: readonly ImportText[]): readonly Imported[] {
  const read = texts.map(({ file, text }) => ({ file, lineage: parseLineage(text) }));
  assertNoMistakes(
    read.flatMap(({ file, lineage: { events, rejects } }) =>
      events > rejects.length
        ? []
        : [
            {
              ...{ file, row: 1, pointer: pointerOf(rejects[0]), message: 'no OpenLineage event' },
              expected: rejects[0]?.expected ?? 'one event, an array of events, or one event a line',
              tips: ['see https://openlineage.io/spec/'],
            },
          ],
    ),
  );
  return read.map(({ lineage }) => {
    const { events: items, rejects, leftOut } = lineage;
    return { items, rows: rowsOf(lineage), rejects, leftOut };
  });
}
