import { toMs } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { joinPerson } from '../identity/subjects.js';
import { formOf, pack, timeOf } from './origins.js';

/** What a system holds of a choice made in another. */
export const states = {
  inTime: 1,
  late: 2,
  /** It has it, and nobody knows whether it came later. */
  undated: 3,
  already: 4,
  /** A job has put the opposite back. */
  overwritten: 5,
  /** The opposite has arrived. */
  turned: 6,
  /** The opposite, as before. */
  opposite: 7,
  undatedOpposite: 8,
  /** Nothing of this channel. */
  missing: 9,
  /** Something else, from which nothing follows. */
  unclear: 10,
} as const;

/** Changes are grouped by quarters before as-of; what is older than three years counts as one. */
const quarterMs = 91 * 86_400_000;
const quarters = 12;

/** Records of which the difference of two exports is all that tells when they came. */
const between = `
  CREATE TABLE work_between AS
  SELECT w.person_id, f.scope_no, f.system_no, ${toMs('x.changed_before')} AS before_ms,
         min(${toMs('x.changed_after')}) AS after_ms
  FROM std_changes x ${joinPerson('x')}
  JOIN (SELECT DISTINCT system_id, system_no, scope_no, kind, lob, comm_type, channel FROM work_heard_forms) f
    ON f.system_id = x.system_id AND f.kind = x.kind AND f.lob = x.lob AND f.comm_type = x.comm_type
   AND f.channel = x.channel
  WHERE x.table_name = 'preferences' AND x."after" IS NOT NULL AND x.changed_after IS NOT NULL
  GROUP BY w.person_id, f.scope_no, f.system_no, x.changed_before`;

/** What each other system holds of the scope; something nobody chose counts where there is nothing else. */
const held = `
  CREATE TABLE work_scopes_held AS
  SELECT o.person_id, o.scope_no, g.system_no AS to_no,
         max(CASE WHEN g.scope_no = o.scope_no AND g.tier > 0 THEN ${pack('c.stored_at', 'g.form_id')} END) AS chosen,
         max(CASE WHEN g.scope_no = o.scope_no AND g.tier = 0 THEN ${pack('c.stored_at', 'g.form_id')} END) AS given
  FROM work_origins o
  JOIN work_choice_rows c ON c.person_id = o.person_id
  JOIN work_heard_forms g ON g.form_id = c.form_id AND g.channel_no = o.channel_no
  WHERE c.point IS NULL AND (g.system_no <> o.from_no) <> o.ended
  GROUP BY o.person_id, o.scope_no, g.system_no`;

const stored = timeOf('coalesce(h.chosen, h.given)');
/** From the end of the day of the choice to the beginning of that of the arrival: what has passed for certain. */
const lag = `${stored} - o.at_ms - o.slack_ms`;
const passed = `greatest(coalesce(b.after_ms - o.at_ms - o.slack_ms, ${lag}), 0)`;
const mayBeLater = `${stored} + g.slack_ms >= o.at_ms`;

const state = `
  CASE WHEN g.form_id IS NULL THEN ${states.unclear}
       WHEN g.deny = o.deny THEN
         CASE WHEN g.tier = 0 THEN ${states.already}
              WHEN NOT coalesce(g.timed, false) THEN ${states.undated}
              WHEN NOT (${mayBeLater}) THEN ${states.already}
              WHEN (g.marks AND NOT g.copy) OR (g.hands AND g.feed) THEN ${states.unclear}
              WHEN ${lag} <= 0 THEN ${states.undated}
              WHEN ${passed} > d.late_ms THEN ${states.late}
              ELSE ${states.inTime} END
       WHEN g.tier = 0 THEN ${states.opposite}
       WHEN NOT coalesce(g.timed, false) THEN ${states.undatedOpposite}
       WHEN NOT (${mayBeLater}) THEN ${states.opposite}
       WHEN g.feed THEN CASE WHEN g.hands OR o.ended THEN ${states.overwritten} ELSE ${states.opposite} END
       ELSE ${states.turned} END`;

/** Whether a change is old enough, and in which quarter before as-of it was made, 0 the last. */
const aged = (atEnd: string, at: string): string =>
  `least((${atEnd} - ${at}) // ${quarterMs}, ${quarters}) AS quarter, ${atEnd} - ${at} >= d.due_ms AS due`;

const heard = (atEnd: string): string => `
  CREATE TABLE work_heard AS
  SELECT o.person_id, o.scope_no, o.from_no, h.to_no, o.channel_no, o.deny, ${aged(atEnd, 'o.at_ms')}, o.at_ms,
         ${stored} AS stored_at, CAST(${state} AS TINYINT) AS state, g.form_id,
         ${passed} AS lag_ms, b.after_ms IS NOT NULL AS between
  FROM work_scopes_held h
  JOIN work_origins o ON o.person_id = h.person_id AND o.scope_no = h.scope_no
  JOIN work_ways d ON d.from_no = o.from_no AND d.to_no = h.to_no AND d.channel_no = o.channel_no
  LEFT JOIN work_heard_forms g ON g.form_id = ${formOf('coalesce(h.chosen, h.given)')}
  LEFT JOIN work_between b ON b.person_id = h.person_id AND b.scope_no = h.scope_no AND b.system_no = h.to_no
   AND b.before_ms = ${stored};
  DROP TABLE work_between`;

/**
 * Persons known in a system that keeps the channel and has nothing about them: all of them, less those it has. Choices meet
 * systems first; left to itself the engine begins with the ways, of which each choice has several.
 */
const missing = (atEnd: string): string => `
  CREATE TABLE work_missing AS
  WITH known AS MATERIALIZED (
    SELECT o.person_id, o.scope_no, o.from_no, f.system_no AS to_no, o.channel_no, o.deny, o.at_ms
    FROM work_origins o
    JOIN work_presence p ON p.person_id = o.person_id
    JOIN (SELECT DISTINCT system_id, system_no FROM work_heard_forms) f
      ON f.system_id = p.system_id AND f.system_no <> o.from_no
    WHERE NOT o.ended)
  SELECT o.from_no, o.to_no, o.channel_no, o.deny, ${aged(atEnd, 'o.at_ms')},
         count(*) AS persons, count(h.person_id) AS heard,
         min(CASE WHEN h.person_id IS NULL THEN CAST(o.person_id AS BIGINT) * ${2 ** 20} + o.scope_no END) AS example,
         min(CASE WHEN h.person_id IS NULL THEN o.at_ms END) AS first_ms
  FROM known o
  JOIN work_ways d ON d.from_no = o.from_no AND d.to_no = o.to_no AND d.channel_no = o.channel_no
  LEFT JOIN work_scopes_held h ON h.person_id = o.person_id AND h.scope_no = o.scope_no AND h.to_no = o.to_no
  GROUP BY o.from_no, o.to_no, o.channel_no, o.deny, quarter, due`;

/**
 * `work_heard(person_id, scope_no, from_no, to_no, channel_no, deny, quarter, due, at_ms, stored_at, state, form_id,
 * lag_ms, between)`: what every other system holds of each choice; and `work_missing`, the counts of those of which it
 * holds nothing. Needs `work_ways(from_no, to_no, channel_no, due_ms, late_ms)`.
 */
export async function createHeard(store: Query, asOf: string): Promise<void> {
  const atEnd = toMs(`CAST(${quoteText(asOf)} AS TIMESTAMP)`);
  for (const sql of [between, held, heard(atEnd), missing(atEnd)]) await store.run(sql);
  await store.run('DROP TABLE work_scopes_held; DROP TABLE work_origins');
}
