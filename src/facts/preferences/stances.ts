import { bitOf, bitwiseOr } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';

/** Scopes share the bits of one integer; where there are more scopes than bits, a bit says `perhaps`. */
const bits = 62;

/** The bit of a scope, as in `work_stances`. */
export const scopeBit = (scope: string): string => bitOf(`CAST(${scope} % ${bits} AS INTEGER)`);

/**
 * `work_stances(person_id, system_id, denied, allowed)`: what each system holds of a person's consent, in one pass and
 * two integers: the scopes refused and those allowed, as bits. What cannot be seen in bits need not be looked for in
 * rows.
 */
export async function createStances(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_stances AS
    SELECT person_id, system_id,
           coalesce(${bitwiseOr(scopeBit('scope_id'))} FILTER (WHERE deny), 0) AS denied,
           coalesce(${bitwiseOr(scopeBit('scope_id'))} FILTER (WHERE NOT deny), 0) AS allowed
    FROM work_choices WHERE kind = 'consent' GROUP BY person_id, system_id`);
}
