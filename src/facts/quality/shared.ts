import type { Query } from '../../store/store.js';
import { mask } from '../../text/mask.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import type { Doubt } from './doubt.js';

/** Contact data and birth dates; the two days that stand for `unknown` are times that cannot be. */
const values: Readonly<Record<string, string>> = {
  email: 'lower(c.email)',
  phone: `nullif(regexp_replace(c.phone, '[^0-9+]', '', 'g'), '')`,
  date_of_birth: `nullif(nullif(CAST(c.date_of_birth AS VARCHAR), '1900-01-01'), '1970-01-01')`,
};

/** Fewer than this many persons may well share a value. */
const worthTelling = 10;

const crowded = (column: string): string => `
  WITH stated AS (
    SELECT c._source, ${values[column]} AS value, w.person_id, ${rowCode('c')} AS code
    FROM std_customers c ${joinPerson('c')} WHERE c.${column} IS NOT NULL),
  often AS (SELECT _source, value FROM stated WHERE value IS NOT NULL GROUP BY _source, value HAVING count(*) >= ${worthTelling}),
  filled AS (SELECT _source, count(DISTINCT person_id) AS n FROM stated GROUP BY _source)
  SELECT 'shared_value' AS doubt, s.file, 'customers' AS target, '${column}' AS "column", t.value AS what,
         count(*) AS "rows", min(f.n) AS rows_of, 1 AS "values", count(DISTINCT t.person_id) AS persons,
         min(t.code, 10) AS codes
  FROM stated t JOIN often o ON o._source = t._source AND o.value = t.value
  JOIN filled f ON f._source = t._source JOIN std_sources s ON s.source = t._source
  GROUP BY s.file, t.value HAVING count(DISTINCT t.person_id) >= ${worthTelling}
  ORDER BY s.file, persons DESC, t.value`;

/** The first values of each file and column; what follows them is a long tail nobody mends one by one. */
const shown = 20;

/** E-mail addresses, telephone numbers and birth dates that many persons of one file share; values masked. */
export async function sharedValues(store: Query): Promise<Doubt[]> {
  const found: Doubt[] = [];
  for (const column of Object.keys(values)) {
    const perFile = new Map<string, number>();
    for (const row of await store.all<Doubt>(crowded(column))) {
      const place = (perFile.get(row.file) ?? 0) + 1;
      perFile.set(row.file, place);
      if (place <= shown) found.push({ ...row, what: mask(row.what ?? '') });
    }
  }
  return found;
}
