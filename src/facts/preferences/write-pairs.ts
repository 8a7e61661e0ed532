import { causes, confidences } from '../../model/enums.js';
import { findFact } from '../../model/facts.js';
import { createTable } from '../../store/schema.js';
import type { Query } from '../../store/store.js';

const pair = 'class, from_system_id, to_system_id, field';

const samePair = (alias: string): string =>
  pair
    .split(', ')
    .map((column) => `${alias}.${column} = t.${column}`)
    .join(' AND ');

/** Position of a word in a closed list; words not in it come last. */
const order = (column: string, words: readonly string[]): string =>
  `CASE ${column} ${words.map((word, i) => `WHEN '${word}' THEN ${i}`).join(' ')} ELSE ${words.length} END`;

const weakestFirst = [...confidences].reverse();

const knownBy = (awareness: string): string =>
  `coalesce(sum(persons) FILTER (WHERE awareness = '${awareness}'), 0) AS ${awareness}`;

const select = `
  WITH counted AS (
    SELECT * FROM fact_preference_conflicts WHERE class = 'violation' OR cause IS NULL OR cause <> 'in_flight'),
  totals AS (
    SELECT ${pair}, sum(persons) AS persons,
           coalesce(sum(persons) FILTER (WHERE confidence = 'certain'), 0) AS certain,
           coalesce(sum(persons) FILTER (WHERE confidence = 'possible'), 0) AS undated,
           max(persons_of) AS persons_of, sum(cells) AS cells, sum(messages) AS messages,
           max(messages_of) AS messages_sent, sum(cost) AS cost,
           ${['knew', 'could_have_known', 'could_not_know'].map(knownBy).join(', ')},
           string_agg(DISTINCT choice, '|' ORDER BY choice) AS choices,
           string_agg(DISTINCT held, '|' ORDER BY held) AS held,
           min(first_day) AS first_day, max(last_at) AS last_at, max(days_max) AS days_max,
           '[' || string_agg(substr(evidence, 2, length(evidence) - 2), ',' ORDER BY evidence) || ']' AS evidence
    FROM counted GROUP BY ${pair}),
  by_cause AS (
    SELECT ${pair}, cause, sum(persons) AS persons, min(path) AS path,
           row_number() OVER (PARTITION BY ${pair} ORDER BY sum(persons) DESC, ${order('cause', causes)}) AS place
    FROM counted GROUP BY ${pair}, cause),
  all_causes AS (
    SELECT ${pair}, string_agg(cause || ' ' || persons, '|' ORDER BY place) AS causes
    FROM by_cause GROUP BY ${pair}),
  by_confidence AS (
    SELECT ${pair}, confidence, row_number() OVER (
             PARTITION BY ${pair} ORDER BY sum(persons) DESC, ${order('confidence', weakestFirst)}) AS place
    FROM counted GROUP BY ${pair}, confidence)
  SELECT t.*, c.cause, c.path, a.causes, f.confidence, n.grace, n.receivers,
         w.p50_days AS days_p50, w.p90_days AS days_p90,
         coalesce(n.handed, t.messages_sent) AS messages_of
  FROM totals t
  LEFT JOIN fact_preference_waits w ON ${samePair('w')} AND w.whole
  JOIN by_cause c ON ${samePair('c')} AND c.place = 1
  JOIN all_causes a ON ${samePair('a')}
  JOIN by_confidence f ON ${samePair('f')} AND f.place = 1
  LEFT JOIN work_violation_notes n ON t.class = 'violation' AND n.from_system_id = t.from_system_id
   AND n.to_system_id = t.to_system_id AND n.field = t.field
  ORDER BY t.class, t.from_system_id, t.to_system_id, t.field`;

/** `fact_preference_pairs` of the facts on conflicts and waits: what rules about pairs of systems ask. */
export async function writePairs(store: Query): Promise<void> {
  const { columns } = findFact('fact_preference_pairs')!;
  const names = Object.keys(columns).join(', ');
  await store.run(`${createTable('fact_preference_pairs', columns)};
    INSERT INTO fact_preference_pairs (${names}) SELECT ${names} FROM (${select}) s`);
}
