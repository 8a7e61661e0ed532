import { findTable } from '../../model/tables/index.js';
import { type Query, quoteName, quoteText } from '../../store/store.js';
import { normaliseKey } from '../identity/subjects.js';

/** Texts of large tables that say nothing of a person. Whatever is not named here is hidden. */
const harmless = new Set([
  ...['system_id', 'origin_system', 'communication_id', 'flow_id', 'receiver', 'owner', 'vendor', 'batch_id'],
  ...['lob', 'comm_type', 'channel', 'field', 'product', 'template_id', 'template_version', 'locale'],
  ...[
    'country',
    'language',
    'jurisdiction',
    'raw_type',
    'reply_code',
    'enhanced_code',
    'provider_code',
    'status',
  ],
]);

/** Columns whose text is one of a closed list only in some tables. */
const closed: Readonly<Record<string, readonly string[]>> = { preferences: ['value'] };

const hidden = ['text', 'date'];

/** A number that stands for a value: equal for equal values, the same as long as the key stays, no way back. */
const pseudonym = (value: string, secret: string): string =>
  `CASE WHEN ${value} IS NULL THEN NULL ELSE hash(${quoteText(secret)}, CAST(${value} AS VARCHAR)) END`;

/** SQL of every hidden column of a large table. */
function hiddenColumns(name: string, secret: string): string[] {
  const columns = findTable(name)?.columns ?? {};
  return Object.entries(columns)
    .filter(([column, { kind }]) => hidden.includes(kind) && !harmless.has(column))
    .filter(([column]) => !closed[name]?.includes(column))
    .map(([column]) => {
      const keyed = column === 'subject_key' && 'key_type' in columns;
      const value = keyed ? normaliseKey('key_type', 'subject_key') : quoteName(column);
      return `${pseudonym(value, secret)} AS ${quoteName(column)}`;
    });
}

/** Columns of the persons behind keys: `person_id` is the same number for all keys of one person. */
const persons = (from: string, secret: string): string =>
  `SELECT system_id, key_type, ${pseudonym('subject_key', secret)} AS subject_key, person_id FROM ${from}`;

/** The relation beside tables and facts that facts of packs may read. */
export const personsRelation = 'work_persons';

/**
 * Puts a view before a large table, for this connection alone: whoever asks for the table by its name sees numbers where
 * it has names, addresses, keys, days of birth and free text. They can be counted, joined and compared, never read.
 */
export async function guard(store: Query, relation: string, secret: string): Promise<void> {
  const [at] = await store.all<{ catalog: string }>('SELECT current_database() AS catalog');
  const from = `${quoteName(at!.catalog)}.main.${quoteName(relation)}`;
  const columns = hiddenColumns(relation.replace('std_', ''), secret);
  const replace = columns.length > 0 ? ` REPLACE (${columns.join(', ')})` : '';
  const select = relation === personsRelation ? persons(from, secret) : `SELECT *${replace} FROM ${from}`;
  await store.run(`CREATE OR REPLACE TEMP VIEW ${quoteName(relation)} AS ${select}`);
}

/** Whether a relation has persons in it. */
export const isGuarded = (relation: string): boolean =>
  relation === personsRelation || (findTable(relation.replace(/^std_/, ''))?.large ?? false);
