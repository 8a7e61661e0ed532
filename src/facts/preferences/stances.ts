import { bitOf, bitwiseOr } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { cellBits } from './senders.js';

/** Scopes share the bits of one integer; where there are more scopes than bits, a bit says `perhaps`. */
const bits = 62;

/** The bit of a scope, as in `work_stances`. */
export const scopeBit = (scope: string): string => bitOf(`CAST(${scope} % ${bits} AS INTEGER)`);

/**
 * `work_stances(person_id, system_id, denied, allowed, held, refused, wished)`: what each system holds of a person's
 * consent, in one pass and a few integers: the scopes refused and those allowed, as bits; and of the first cells that
 * are sent in, as `work_sender_cells` numbers them, which it holds anything about, and where it was told an explicit no
 * or yes. What cannot be seen in bits need not be looked for in rows.
 */
export async function createStances(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_stances AS
    WITH forms AS (
      SELECT f.form_id, f.system_id, CASE WHEN f.deny THEN ${scopeBit('f.scope_id')} ELSE 0 END AS denied,
             CASE WHEN f.deny THEN 0 ELSE ${scopeBit('f.scope_id')} END AS allowed, coalesce(b.held, 0) AS held,
             CASE WHEN f.deny THEN b.said ELSE 0 END AS refused, CASE WHEN f.deny THEN 0 ELSE b.said END AS wished
      FROM work_choice_forms f LEFT JOIN (${cellBits(0)}) b ON b.form_id = f.form_id
      WHERE f.kind = 'consent')
    SELECT c.person_id, f.system_id, ${bitwiseOr('f.denied')} AS denied, ${bitwiseOr('f.allowed')} AS allowed,
           ${bitwiseOr('f.held')} AS held, ${bitwiseOr('CASE WHEN c.point IS NULL THEN f.refused ELSE 0 END')} AS refused,
           ${bitwiseOr('CASE WHEN c.point IS NULL THEN f.wished ELSE 0 END')} AS wished
    FROM work_choice_rows c JOIN forms f ON f.form_id = c.form_id
    GROUP BY c.person_id, f.system_id`);
}
