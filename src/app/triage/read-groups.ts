import type { Evidence, Finding } from '../../model/finding.js';
import type { ErrorDay } from '../../model/triage.js';
import type { Query, Row } from '../../store/store.js';
import type { ErrorGroupFacts } from '../../triage/types.js';
import { speaksOf } from '../read-facts.js';

const items = (list: string | null): string[] => (list ? list.split('|') : []);

/** `2026-05-03:12` and `customer:4` as name and number. */
const counts = (list: string | null): [string, number][] =>
  items(list).map((item) => {
    const colon = item.lastIndexOf(':');
    return [item.slice(0, colon), Number(item.slice(colon + 1))];
  });

const daysOf = (list: string | null): ErrorDay[] => counts(list).map(([day, errors]) => ({ day, errors }));

/** Lists of places may be nested where a fact puts several side by side. */
const placesOf = (text: string | null): Evidence[] => (JSON.parse(text ?? '[]') as Evidence[]).flat();

type Lists = 'moments' | 'same_rows_as' | 'rivals' | 'detected' | 'days' | 'path' | 'evidence';
type GroupRow = Omit<
  ErrorGroupFacts,
  | 'finding'
  | 'fingerprint'
  | 'moments'
  | 'same_rows_as'
  | 'rivals'
  | 'detected_by'
  | 'timeline'
  | 'path'
  | 'evidence'
> &
  Record<Lists, string | null> &
  Row;

function toFacts(row: GroupRow, findings: readonly Finding[]): ErrorGroupFacts {
  const { detected, days, same_rows_as: others, rivals, moments, path, evidence, ...counted } = row;
  const fingerprint = speaksOf(row, findings);
  return {
    ...counted,
    same_rows_as: items(others),
    rivals: items(rivals),
    moments: JSON.parse(moments ?? '[]') as ErrorGroupFacts['moments'],
    detected_by: Object.fromEntries(counts(detected)),
    timeline: daysOf(days),
    path: items(path),
    evidence: placesOf(evidence),
    fingerprint,
    finding: findings.find((finding) => finding.fingerprint === fingerprint),
  };
}

/** Groups of errors as the facts have them, each with the finding that speaks of it. */
export async function readGroups(store: Query, findings: readonly Finding[]): Promise<ErrorGroupFacts[]> {
  const rows = await store.all<GroupRow>(
    `SELECT group_key AS key, error_class, family, origin, verdict, coalesce(pattern, '') AS pattern, same_rows_as, rivals, moments,
            errors, errors_of, messages, messages_of, expected, ratio, ratio_low, ratio_high, explained, p_adjusted,
            persons, exposed, first_at, last_at, detected, by_customer, hours_known, corrected, uncorrected,
            hours_corrected, corrected_at, days, path, evidence
     FROM fact_error_groups ORDER BY error_class, family, errors DESC, origin, pattern`,
  );
  return rows.map((row) => toFacts(row, findings));
}
