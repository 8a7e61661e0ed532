import type { Terms } from './terms.js';

/** What else a finding says of a pair of systems: the time senders had, and who was handed data. */
export const notes = ({ hasHandovers }: Terms): string => `
  CREATE TABLE work_violation_notes AS
  WITH graces AS (SELECT DISTINCT from_system_id, system_id, channel, grace FROM work_ignored),
  ${
    hasHandovers
      ? `receivers AS (
    SELECT DISTINCT i.from_system_id, i.system_id, i.channel, h.receiver
    FROM work_ignored i JOIN work_handovers h ON h.code = i.send),
  volumes AS (SELECT system_id, channel, count(*) AS messages FROM work_handovers GROUP BY system_id, channel),`
      : ''
  }
  worded AS (
    SELECT from_system_id, system_id, channel, string_agg(grace, '|' ORDER BY grace) AS grace
    FROM graces GROUP BY from_system_id, system_id, channel)
  SELECT g.from_system_id, g.system_id AS to_system_id, 'preference.consent.' || g.channel AS field, g.grace,
         ${
           hasHandovers
             ? `(SELECT string_agg(r.receiver, '|' ORDER BY r.receiver) FROM receivers r
          WHERE r.from_system_id = g.from_system_id AND r.system_id = g.system_id AND r.channel = g.channel) AS receivers,
         (SELECT v.messages FROM volumes v WHERE v.system_id = g.system_id AND v.channel = g.channel) AS handed`
             : 'CAST(NULL AS VARCHAR) AS receivers, CAST(NULL AS BIGINT) AS handed'
         }
  FROM worded g`;
