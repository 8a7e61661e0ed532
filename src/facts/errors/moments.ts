import { tail } from '../../localisation/score.js';
import type { Query } from '../../store/store.js';
import { joinLeaf } from './leaves.js';

/** A batch or a day of sending in which most errors of a group came about. */
export interface Moment {
  readonly attribute: 'batch' | 'day';
  readonly value: string;
  readonly errors: number;
  /** Messages of the group's pattern at that moment; of errors without a cause all messages. */
  readonly messages: number;
}

/** SQL of what a message says of its moment. */
const attributes = { batch: 's.batch_id', day: 'CAST(CAST(s.sent_at AS DATE) AS VARCHAR)' } as const;
const columns = { batch: 'batch', day: 'sent_day' } as const;
type Attribute = keyof typeof attributes;

/** Fewer say nothing, and a moment is told when at least half of the errors are of it. */
const leastErrors = 3;

/** The commonest batch or day of each group with enough errors of it. */
const commonest = (attribute: Attribute): string => `
  SELECT kind, origin, '${attribute}' AS attribute, value, errors, of FROM (
    SELECT r.kind, coalesce(c.origin, r.stated) AS origin, r.${columns[attribute]} AS value, count(*) AS errors,
           sum(count(*)) OVER (PARTITION BY r.kind, coalesce(c.origin, r.stated)) AS of,
           row_number() OVER (PARTITION BY r.kind, coalesce(c.origin, r.stated) ORDER BY count(*) DESC, r.${columns[attribute]}) AS place
    FROM work_error_rows r LEFT JOIN work_error_causes c ON c.kind = r.kind AND c.leaf = r.leaf
    WHERE r.leaf IS NOT NULL GROUP BY r.kind, coalesce(c.origin, r.stated), r.${columns[attribute]}) t
  WHERE place = 1 AND value IS NOT NULL AND errors >= ${leastErrors} AND 2 * errors >= of AND (errors < of OR of > ${leastErrors})`;

/** Messages of these moments by leaf. */
const counted = (attribute: Attribute): string => `
  SELECT '${attribute}' AS attribute, ${attributes[attribute]} AS value, l.leaf, count(*) AS messages
  FROM std_sends s ${joinLeaf('s')}
  WHERE ${attributes[attribute]} IN (SELECT value FROM work_error_moments WHERE attribute = '${attribute}')
  GROUP BY 1, 2, 3`;

type MomentRow = {
  kind: string;
  origin: string;
  attribute: Attribute;
  value: string;
  errors: number;
  of: number;
  messages: number;
  messages_of: number;
};

/** Each with its messages: of a cause those of its leaves, else all. */
const weighed = (present: readonly Attribute[]): string => `
  WITH at_moments AS (${present.map(counted).join(' UNION ALL ')}),
  sizes AS (
    SELECT c.kind, c.origin, CAST(sum(l.sends) AS BIGINT) AS messages FROM work_error_causes c
    JOIN work_error_leaves l ON l.leaf = c.leaf GROUP BY c.kind, c.origin)
  SELECT m.kind, m.origin, m.attribute, m.value, m.errors, CAST(m.of AS BIGINT) AS of,
         CAST(sum(a.messages) FILTER (WHERE z.kind IS NULL OR c.leaf IS NOT NULL) AS BIGINT) AS messages,
         coalesce(min(z.messages), (SELECT CAST(sum(sends) AS BIGINT) FROM work_error_leaves)) AS messages_of
  FROM work_error_moments m
  JOIN at_moments a ON a.attribute = m.attribute AND a.value = m.value
  LEFT JOIN sizes z ON z.kind = m.kind AND z.origin = m.origin
  LEFT JOIN work_error_causes c ON c.kind = m.kind AND c.origin = m.origin AND c.leaf = a.leaf
  GROUP BY m.kind, m.origin, m.attribute, m.value, m.errors, m.of
  ORDER BY m.kind, m.origin, m.attribute`;

const lnSeldom = Math.log(20);

/** Whether so many errors of one moment are no accident, all moments that could have been picked counted in. */
const isTold = ({ errors, of, messages, messages_of: all }: MomentRow): boolean =>
  messages < all && tail(errors, of, messages / all) >= lnSeldom + Math.log(all);

export const groupName = (kind: string, origin: string): string => `${kind}\n${origin}`;

/** Moments in which errors crowd, by `groupName`: at most a batch and a day each; a day that a batch explains is left out. */
export async function readMoments(store: Query): Promise<ReadonlyMap<string, readonly Moment[]>> {
  const names = Object.keys(attributes) as Attribute[];
  await store.run(`CREATE TABLE work_error_moments AS ${names.map(commonest).join(' UNION ALL ')}`);
  const present = (
    await store.all<{ attribute: Attribute }>(
      'SELECT DISTINCT attribute FROM work_error_moments ORDER BY attribute',
    )
  ).map(({ attribute }) => attribute);
  const found = new Map<string, Moment[]>();
  if (present.length === 0) return found;
  for (const row of (await store.all<MomentRow>(weighed(present))).filter(isTold)) {
    const { attribute, value, errors, messages } = row;
    const known = found.get(groupName(row.kind, row.origin)) ?? [];
    if (known.every((other) => other.errors < errors))
      found.set(groupName(row.kind, row.origin), [...known, { attribute, value, errors, messages }]);
  }
  return found;
}
