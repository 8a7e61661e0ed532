import { parse } from 'csv-parse/sync';
import { eventTypes } from '../../model/enums.js';
import { UsageError } from '../../model/errors.js';
import { didYouMean } from '../../text/nearest.js';
import { type Item, unknownInput } from './types.js';

type Known =
  | 'text'
  | 'replyCode'
  | 'enhancedCode'
  | 'providerCode'
  | 'rawType'
  | 'vendor'
  | 'channel'
  | 'remote'
  | 'stage'
  | 'type';

/** How columns are called that say something of a failure, by what they say; small letters, words joined by `_`. */
const names: Readonly<Record<Known, readonly string[]>> = {
  text: [
    'diagnostic',
    'diagnostic_code',
    'diagnosticcode',
    'bounce_reason',
    'bouncereason',
    'smtpbouncereason',
    'reason',
    'response',
    'error_message',
    'message',
    'details',
    'description',
    'text',
  ],
  replyCode: ['reply', 'reply_code', 'replycode', 'smtp_code', 'smtpcode', 'smtp_reply'],
  enhancedCode: ['enhanced_code', 'enhancedcode', 'dsn', 'status', 'status_code', 'smtp_status'],
  providerCode: ['provider_code', 'error_code', 'errorcode', 'bounce_class', 'failure_reason'],
  rawType: ['raw_type', 'event', 'event_type', 'bounce_type', 'bouncetype'],
  vendor: ['vendor', 'provider', 'source'],
  channel: ['channel'],
  remote: ['remote', 'rhost', 'remote_mta', 'relay'],
  stage: ['stage'],
  type: ['type'],
};

const nameOf = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const events = new Set<string>(eventTypes);
const enhancedForm = /^[245]\.\d{1,3}\.\d{1,3}$/;
const replyForm = /^[245]\d\d$/;

/** Place of each thing that columns say; the text's by name where one is typed. */
function placesOf(header: readonly string[], column: string | undefined): Map<Known, number> {
  const known = header.map(nameOf);
  const places = new Map<Known, number>();
  for (const [what, options] of Object.entries(names) as [Known, readonly string[]][]) {
    const option = options.find((name) => known.includes(name));
    if (option !== undefined) places.set(what, known.indexOf(option));
  }
  if (column === undefined) return places;
  const place = header.findIndex((name) => name.trim() === column);
  if (place < 0)
    throw new UsageError({
      message: `--column: there is no column '${column}'`,
      expected: `one of ${header.join(', ')}`,
      tips: didYouMean(column, header),
    });
  return places.set('text', place);
}

function toItem(cells: readonly string[], places: ReadonlyMap<Known, number>): Item {
  const cell = (what: Known): string => {
    const place = places.get(what);
    return place === undefined ? '' : (cells[place] ?? '').trim();
  };
  const [status, reply] = [cell('enhancedCode'), cell('replyCode')];
  return {
    input: cell('text'),
    of: {
      ...unknownInput,
      text: cell('text'),
      replyCode: replyForm.test(reply) ? reply : replyForm.test(status) ? status : '',
      enhancedCode: enhancedForm.test(status) ? status : '',
      providerCode: cell('providerCode'),
      rawType: cell('rawType'),
      vendor: cell('vendor'),
      channel: cell('channel').toLowerCase(),
      stage: cell('stage'),
      type: events.has(cell('type')) ? cell('type') : '',
      remote: cell('remote'),
    },
  };
}

/** What separates the cells of this header. */
const delimiterOf = (header: string): string =>
  ['\t', ';', '|', ','].reduce((best, one) =>
    header.split(one).length > header.split(best).length ? one : best,
  );

const unquoted = (cell: string): string =>
  /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/** Cells of one line; a value in quotes may hold the delimiter, and stands on one line. */
export function cellsOf(line: string, delimiter: string): string[] {
  if (delimiter === '\t' || !line.includes('"')) return line.split(delimiter).map(unquoted);
  const options = { delimiter, relax_quotes: true, relax_column_count: true, skip_records_with_error: true };
  return (parse(line, options) as string[][])[0] ?? [];
}

/** Columns that make a table one of failures. */
const telling = new Set([
  ...names.text,
  ...names.replyCode,
  'enhanced_code',
  'provider_code',
  'error_code',
  'bounce_class',
]);

/** Whether the first line names a column that says why something failed. */
export function isTable(header: string, column: string | undefined): boolean {
  if (column !== undefined) return true;
  const cells = cellsOf(header.replace(/^\ufeff/, ''), delimiterOf(header));
  return cells.length > 1 && cells.some((cell) => telling.has(nameOf(cell)));
}

/** Lines that one value in quotes may go over. */
const mostJoined = 200;

const opensQuote = (text: string): boolean => (text.split('"').length - 1) % 2 === 1;

/** Lines of a table as its records: a value in quotes may hold line ends. */
async function* joinQuoted(lines: AsyncIterable<readonly string[]>): AsyncGenerator<string[]> {
  const open: string[] = [];
  for await (const some of lines) {
    const records: string[] = [];
    for (const line of some) {
      const closes = opensQuote(line);
      if (open.length > 0 ? closes : !closes) records.push([...open.splice(0), line].join('\n'));
      else open.push(line);
      if (open.length >= mostJoined) records.push(...open.splice(0));
    }
    if (records.length > 0) yield records;
  }
  if (open.length > 0) yield open;
}

/** The rows of a table; throws a UsageError where the column is not there. */
export async function* readRows(
  lines: AsyncIterable<readonly string[]>,
  column: string | undefined,
): AsyncGenerator<Item[]> {
  const records = lines[Symbol.asyncIterator]();
  const { value: first = [''] } = await records.next();
  const [header = '', ...rows] = first as string[];
  const delimiter = delimiterOf(header);
  const places = placesOf(cellsOf(header.replace(/^\ufeff/, ''), delimiter), column);
  const rest = { [Symbol.asyncIterator]: () => ({ next: () => records.next() }) };
  async function* all(): AsyncGenerator<readonly string[]> {
    yield rows;
    yield* rest;
  }
  for await (const some of delimiter === '\t' ? all() : joinQuoted(all()))
    yield some.map((row) => toItem(cellsOf(row, delimiter), places));
}
