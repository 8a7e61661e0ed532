import type { Row, Value } from '../../../src/store/store.js';
import { payloads } from './payloads.js';

/** Read as words, codes or addresses: poisoned in rows of their own, which cannot mean anything else. */
const meaningful = new Set([
  'email',
  'phone',
  'contact_point',
  'recipient_name',
  'country',
  'language',
  'locale',
  'process',
  'choice_scope',
  'value_map',
  'currency',
  'raw_type',
  'reply_code',
  'enhanced_code',
  'provider_code',
  'file',
]);
const numbered = new Set(['customer_no', 'account_no', 'user_id', 'device_id']);
/** Columns that name a row of another table, or stand in a subject. */
const isId =
  /_id$|_key$|^origin_system$|^lob$|^owner$|^sponsor$|^escalates_to$|^approved_by$|^vendor$|version$|^receiver$|^status$/;
/** No text file can hold these; rows with them are set aside. */
const isWritable = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text);
const words = payloads.filter(isWritable);
/** Of a list or a pair a separator would make another one. */
const ids = words.filter((payload) => !/[|>/]/.test(payload) && payload.length < 1_000);

/** The same text is always poisoned the same way, so that ids still name what they named. */
function poisonText(text: string, from: readonly string[] = words): string {
  const hash = [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7);
  return text === '*' || text === 'none' ? text : `${text} ${from[hash % from.length]}`;
}

/** An id as every row and the configuration spell it. */
export const poisonId = (text: string): string => poisonText(text, ids);

const list = (text: string): string =>
  text
    .split('|')
    .map((item) => poisonText(item, ids))
    .join('|');
/** A path of purposes; rules know its root by name. */
const path = ([root = '', ...parts]: readonly string[]): string =>
  [root, ...parts.map((part) => poisonText(part, ids))].join('/');
/** `lob/comm_type/channel`: the channel is one of a closed list. */
function scope(text: string): string {
  const [lob = '', ...rest] = text.split('/');
  return [poisonText(lob, ids), path(rest.slice(0, -1)), ...rest.slice(-1)].join('/');
}

/** Whether a key of a row is a number, of which any text can be a part. */
type IsNumber = (key: Value, row: Row) => boolean;

const saysNumber: IsNumber = (_, { key_type: type }) => numbered.has(String(type));

/** Where a row does not say what its key is, the key is what other rows say of it. */
export function numbersIn(rows: readonly Row[]): IsNumber {
  const known = new Set(rows.filter((row) => saysNumber('', row)).map((row) => row.subject_key));
  return (key, row) => ('key_type' in row ? saysNumber(key, row) : known.has(key));
}

function poisonValue(column: string, text: string, row: Row, isNumber: IsNumber): string {
  if (column === 'lobs') return list(text);
  if (column === 'comm_type') return path(text.split('/'));
  if (column === 'offers_scopes') return text.split('|').map(scope).join('|');
  if (/field$/.test(column)) return /^(value|product|document)\./.test(text) ? poisonText(text, ids) : text;
  const isKey = column === 'subject_key' || column === 'value_norm';
  if (isKey) return isNumber(text, row) ? poisonText(text, ids) : text;
  if (column === 'value' && 'strength' in row) return text;
  return poisonText(text, isId.test(column) ? ids : words);
}

/** A row with hostile text in every one of these columns that can take it without meaning something else. */
export const poisonRow = (row: Row, texts: ReadonlySet<string>, isNumber = saysNumber): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]): [string, Value] => [
      column,
      typeof value === 'string' && texts.has(column) && !meaningful.has(column)
        ? poisonValue(column, value, row, isNumber)
        : value,
    ]),
  );

/** Rows like the first one, with nothing but a payload in every text column. */
export const hostileRows = (like: Row, texts: ReadonlySet<string>): Row[] =>
  payloads.map((payload, index) =>
    Object.fromEntries(
      Object.entries(like).map(([column, value]): [string, Value] => [
        column,
        texts.has(column) ? `${payload}${/_id$|_key$/.test(column) ? index : ''}` : value,
      ]),
    ),
  );
