import type { Finding } from '../model/finding.js';
import type { ErrorGroup, Report } from '../model/report.js';
import type { Query } from '../store/store.js';

type Signature = Report['signatures'][number];
type GroupRow = Omit<ErrorGroup, 'fingerprint' | 'same_rows_as' | 'path'> & {
  same_rows_as: string | null;
  path: string | null;
};

const items = (list: string | null): string[] => (list ? list.split('|') : []);

/** Groups of errors with one cause, worst first, each with the finding that speaks of it. */
export async function readErrorGroups(store: Query, findings: readonly Finding[]): Promise<ErrorGroup[]> {
  const rows = await store.all<GroupRow & Record<string, string | number | null>>(
    `SELECT group_key, error_class, family, origin, verdict, coalesce(pattern, '') AS pattern, same_rows_as, errors, errors_of, messages,
            messages_of, expected, ratio, ratio_low, ratio_high, explained, p_adjusted, persons, exposed, by_customer,
            first_at, last_at, path
     FROM fact_error_groups ORDER BY error_class, family, errors DESC, origin, pattern`,
  );
  return rows.map((row) => ({
    ...row,
    fingerprint: speaksOf(row, findings),
    same_rows_as: items(row.same_rows_as),
    path: items(row.path),
  }));
}

/** The rule that speaks of a class of errors; classes without one are listed only. */
const rules: Readonly<Record<string, string>> = {
  wrong_recipient: 'error/wrong-recipient',
  other_customer_data: 'error/wrong-recipient',
  wrong_amount: 'error/wrong-amount',
  wrong_name: 'error/wrong-name',
};

/** The finding that speaks of a group, if there is one. */
export function speaksOf(
  group: Pick<GroupRow, 'origin' | 'error_class'>,
  findings: readonly Finding[],
): string | null {
  const isSpoken = ({ rule, subject }: Finding) =>
    rule === rules[group.error_class] && subject === group.origin;
  return findings.find(isSpoken)?.fingerprint ?? null;
}

/** Persons by the set of conflicts they are in. */
export const readSignatures = (store: Query): Promise<Signature[]> =>
  store.all<Signature>('SELECT signature, persons, messages FROM fact_person_signatures ORDER BY signature');
