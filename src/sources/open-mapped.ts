import type { NamedMapping } from '../model/source-mapping.js';
import type { SourceConfig } from '../model/source-settings.js';
import type { Table } from '../model/table.js';
import type { Store } from '../store/store.js';
import { isNamed } from './mapping/columns.js';
import { usualForm } from './mapping/forms.js';
import { entriesOf, namesOf } from './mapping/plan.js';
import { recogniseMapping } from './mapping/recognise.js';
import { namesRead, pathsRead, resolveMapping } from './mapping/resolve.js';
import { openDocuments } from './open-documents.js';
import { openFile } from './open-file.js';
import { readLook, readLooks } from './read-look.js';
import { readMapping, readMappings } from './read-mappings.js';
import type { OpenFile, SourceFile } from './types.js';

/** Title rows above the column names are found by the names a mapping may read. */
async function openBelowTitles(
  store: Store,
  file: SourceFile,
  table: Table,
  mapping: NamedMapping,
): Promise<OpenFile> {
  const records = namesRead(mapping, file.source).map((name) => ({ subject_key: name }));
  const open = await openFile(store, { ...file, source: { ...file.source, records } }, table);
  return { ...open, source: file.source };
}

/** No column is called like one the mapping reads. */
const isStrange = ({ header }: OpenFile, mapping: NamedMapping): boolean =>
  !header.some(isNamed(namesRead(mapping, { table: '', file: '' })));

async function openAs(
  store: Store,
  file: SourceFile,
  table: Table,
  mapping: NamedMapping,
): Promise<OpenFile> {
  if (mapping.document !== undefined && file.format === 'jsonl')
    return openDocuments(file, mapping.document, {
      read: pathsRead(mapping, file.source),
      own: Object.keys(table.columns),
    });
  const open = await openFile(store, file, table);
  const mayHaveTitles = (file.format === 'csv' || file.format === 'xlsx') && mapping.names === undefined;
  return mayHaveTitles && isStrange(open, mapping) ? openBelowTitles(store, file, table, mapping) : open;
}

/** A file that begins with data where others have column names: its columns are called as the mapping says. */
function withNames(open: OpenFile, { names }: NamedMapping): OpenFile {
  const isHeadless = names?.length === open.header.length && usualForm(open.header.slice(0, 1)) !== undefined;
  if (!isHeadless || open.format === 'jsonl' || open.format === 'parquet') return open;
  const first = { row: open.firstRow - 1, cells: open.header };
  const rows = open.rows && { ...open.rows, good: [first, ...open.rows.good] };
  return { ...open, header: names!, firstRow: open.firstRow - 1, ...(rows && { rows }) };
}

async function settle(open: OpenFile, mapping: NamedMapping): Promise<OpenFile> {
  const named = withNames(open, mapping);
  return { ...named, source: resolveMapping(mapping, named.source, await readLook(named, mapping.document)) };
}

/** Nobody said how the file's columns are to be read: at most what is the same in every row is given. */
const isUnmapped = ({ source: { columns = {}, records } }: SourceFile): boolean =>
  records === undefined &&
  Object.values(columns).every((given) => typeof given === 'object' && given.constant !== undefined);

const lacksColumns = ({ header, source }: OpenFile, table: Table): boolean =>
  Object.entries(table.columns).some(
    ([name, { required }]) => required && source.columns?.[name] === undefined && !header.includes(name),
  );

/** Files that nobody mapped and that lack the columns of their table may be of a form we know. */
async function recognise(store: Store, open: OpenFile, table: Table): Promise<OpenFile> {
  if (!isUnmapped(open) || !lacksColumns(open, table)) return open;
  const mappings = (await readMappings()).filter((one) => one.table === table.name);
  if (mappings.length === 0) return open;
  // What cannot even be looked at is nobody's export; what is wrong with it shows when its columns are asked for.
  const looks = await readLooks(open).catch(() => undefined);
  const found = looks && recogniseMapping(mappings, looks, open.file);
  if (found === undefined) return open;
  const settled = await settle(await openAs(store, open, table, found), found);
  return { ...settled, foundMapping: found.name };
}

/** What unsilo.yaml asks of nested JSON that it lays out itself. */
const namesAsked = (source: SourceConfig, { columns }: Table) => ({
  read: entriesOf(source).flatMap((entry) => Object.values(entry).flatMap(namesOf)),
  own: Object.keys(columns),
});

/** Names that do not occur are columns without values: a night may pass without a bounce. */
function withAll(open: OpenFile, names: readonly string[]): OpenFile {
  const more = [...new Set(names)].filter((name) => !open.header.includes(name));
  const rows = open.rows && {
    ...open.rows,
    good: open.rows.good.map(({ row, cells }) => ({ row, cells: [...cells, ...more.map(() => null)] })),
  };
  return { ...open, header: [...open.header, ...more], ...(rows && { rows }) };
}

/** Opens a file of a table. Where a mapping is named or recognised, its source says what unsilo.yaml might have said. */
export async function openMapped(store: Store, file: SourceFile, table: Table): Promise<OpenFile> {
  const { mapping, document } = file.source;
  if (mapping === undefined && document !== undefined && file.format === 'jsonl') {
    const names = namesAsked(file.source, table);
    return withAll(await openDocuments(file, document, names), names.read);
  }
  if (mapping === undefined) return recognise(store, await openFile(store, file, table), table);
  const shipped = await readMapping(mapping);
  return settle(await openAs(store, file, table, shipped), shipped);
}
