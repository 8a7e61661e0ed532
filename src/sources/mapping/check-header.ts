import type { Problem } from '../../model/errors.js';
import type { Table } from '../../model/table.js';
import { didYouMean } from '../../text/nearest.js';
import type { OpenFile } from '../types.js';
import { entriesOf, namesOf } from './plan.js';

/** Source columns that some entry reads: those it names, and those called as a column of the table. */
function columnsRead(file: OpenFile, table: Table): Set<string> {
  const own = Object.keys(table.columns).filter((column) => file.header.includes(column));
  return new Set(
    entriesOf(file.source).flatMap((entry) => [
      ...Object.values(entry).flatMap(namesOf),
      ...own.filter((column) => entry[column] === undefined),
    ]),
  );
}

function unknownColumns(file: OpenFile, table: Table): Problem[] {
  const names = columnsRead(file, table);
  return [...names].flatMap((name) => {
    const times = file.header.filter((one) => one === name).length;
    if (times === 1) return [];
    const place = { file: file.file, row: file.firstRow - 1, column: name };
    const message = times === 0 ? `no column '${name}'` : `column '${name}' occurs ${times} times`;
    const expected = times === 0 ? `one of ${file.header.join(', ')}` : 'each column name once';
    return [
      { place, message, value: name, expected, tips: times === 0 ? didYouMean(name, file.header) : [] },
    ];
  });
}

/** Required columns that nothing supplies. */
function missingColumns(file: OpenFile, table: Table): Problem[] {
  const entries = entriesOf(file.source);
  return Object.entries(table.columns).flatMap(([column, { required, doc }]) => {
    const supplied = entries.every((entry) => entry[column] !== undefined) || file.header.includes(column);
    if (!required || supplied) return [];
    const tips = [
      ...didYouMean(column, file.header).map((tip) => `in ${file.file}: ${tip}`),
      column === 'system_id'
        ? 'if the whole file is of one system: columns: system_id: { constant: <id of the system> }'
        : `map it in unsilo.yaml under columns: ${column}: <name of the column in the file>`,
      ...(file.source.mapping === undefined
        ? []
        : [`unsilo schema sources ${file.source.mapping} shows what its mapping reads`]),
    ];
    return [
      {
        place: { file: file.file, row: Math.max(1, file.firstRow - 1), column },
        message: `table ${table.name} needs column '${column}' (${doc}), which is neither in the file nor mapped`,
        value: file.header.join(', '),
        expected: column,
        tips,
      },
    ];
  });
}

/** Mistakes that show when a file's column names are held against its mapping. */
export function headerProblems(file: OpenFile, table: Table): Problem[] {
  if (file.header.length > 0) return [...unknownColumns(file, table), ...missingColumns(file, table)];
  const place = { file: file.file, row: file.firstRow - 1 };
  const tips = ['set header_row when title rows come first'];
  return [{ place, message: 'no column names', expected: 'a row of column names', tips }];
}
