import { type AssignedColumn, assignRoles, type RoleOptions, textName } from '../../linkage/roles/assign.js';
import { foldHeader } from '../../linkage/roles/fold.js';
import type { ColumnRole } from '../../linkage/roles/recognise.js';
import { UsageError } from '../../model/errors.js';
import { didYouMean } from '../../text/nearest.js';
import type { LinkFilesRequest } from './request.js';

/** A file of which the column names are known. */
interface Opened {
  readonly file: string;
  readonly header: readonly string[];
}

/** The column of a file that is meant: as it is written there, or else the only one that differs in case or signs. */
function columnOf(header: readonly string[], typed: string): string | undefined {
  if (header.includes(typed.trim())) return typed.trim();
  const alike = header.filter((name) => foldHeader(name) === foldHeader(typed));
  return alike.length === 1 ? alike[0] : undefined;
}

function assertKnown(opened: readonly Opened[], option: string, column: string): void {
  if (opened.some(({ header }) => columnOf(header, column) !== undefined)) return;
  const all = [...new Set(opened.flatMap(({ header }) => header))];
  throw new UsageError({
    message: `${option}: no file has a column '${column}'`,
    expected: `one of ${all.join(', ')}`,
    tips: didYouMean(column, all),
  });
}

function optionsFor({ header }: Opened, { mapped, ignored }: LinkFilesRequest): RoleOptions {
  const known = mapped.flatMap(({ role, column }): [string, ColumnRole][] => {
    const found = columnOf(header, column);
    return found === undefined ? [] : [[found, role]];
  });
  return {
    mapped: new Map(known),
    ignored: new Set(ignored.flatMap((column) => columnOf(header, column) ?? [])),
  };
}

/** What the columns of each file are taken for. Throws a UsageError on a column that no file has. */
export function chooseColumns(opened: readonly Opened[], request: LinkFilesRequest): AssignedColumn[][] {
  for (const { column } of request.mapped) assertKnown(opened, '--map', column);
  for (const column of request.ignored) assertKnown(opened, '--ignore', column);
  return opened.map((one) => assignRoles(one.header, optionsFor(one, request)));
}

/** A column of the records to link. */
export interface Feature {
  readonly column: string;
  readonly role: Exclude<ColumnRole, 'record_id'>;
  /** Header in each file, in order of the files; undefined where a file has none. */
  readonly headers: readonly (string | undefined)[];
}

/** Columns of several files are one feature when they have one role, further texts when they have one name, too. */
function slotsOf(columns: readonly AssignedColumn[]): Map<string, AssignedColumn> {
  const slots = new Map<string, AssignedColumn>();
  for (const column of columns) {
    if (column.role === undefined || column.role === 'record_id') continue;
    const base = column.role === 'other' ? `other_${textName(column.header)}` : column.role;
    let slot: string = base;
    for (let n = 2; slots.has(slot); n++) slot = `${base}_${n}`;
    slots.set(slot, column);
  }
  return slots;
}

/** The features of all files together, in order of first appearance. */
export function featuresOf(files: readonly (readonly AssignedColumn[])[]): Feature[] {
  const slots = files.map(slotsOf);
  const names = [...new Set(slots.flatMap((one) => [...one.keys()]))];
  return names.map((column) => {
    const found = slots.map((one) => one.get(column));
    const role = found.find((one) => one !== undefined)!.role as Feature['role'];
    return { column, role, headers: found.map((one) => one?.header) };
  });
}
