import { toMs } from '../../store/dialect.js';
import type { Query, Value } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import type { Candidate } from './candidates.js';

type Group = {
  outcome: string;
  channel: string;
  seen_in: string;
  sender: string | null;
  communication: string | null;
};

/** How many messages had the outcome, and how many persons they were for. */
export interface OutcomeCount {
  readonly messages: number;
  readonly persons: number;
}

const groupColumns = ['outcome', 'channel', 'seen_in', 'sender', 'communication'] as const;

/** Creates `work_outcomes`: one row per event that is an outcome, with its send as far as it is known. */
async function createOutcomes(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_outcomes AS
    SELECT 'outcome.' || e.type AS outcome, e.channel, e.system_id AS seen_in, s.system_id AS sender,
           s.communication_id AS communication, e.message_key, s.key_type, s.subject_key, w.person_id,
           ${toMs('e.time')} AS at_ms, ${rowCode('e')} AS code
    FROM std_delivery_events e LEFT JOIN std_sends s ON s.message_key = e.message_key ${joinPerson('s', 'LEFT JOIN')}
    WHERE e.type IN ('bounced', 'complained', 'unsubscribed', 'returned')`);
}

/** Events `o` of a group `g`. */
export const sameOutcome = `o.outcome = g.outcome AND o.channel = g.channel AND o.seen_in = g.seen_in
  AND o.sender IS NOT DISTINCT FROM g.sender AND o.communication IS NOT DISTINCT FROM g.communication`;

/** Whether events of a group are among those the candidate's giver sees and its receiver must learn of. */
const concerns = (candidate: Candidate, group: Group): boolean =>
  candidate.outcome === group.outcome &&
  candidate.channel === group.channel &&
  (group.communication === null
    ? candidate.from === group.seen_in || candidate.from === group.sender
    : candidate.communications.includes(group.communication));

/** Counts the messages behind each candidate, by its place in the list; no entry where there are none. */
export async function countOutcomes(
  store: Query,
  candidates: readonly (readonly Candidate[])[],
): Promise<ReadonlyMap<number, OutcomeCount>> {
  await createOutcomes(store);
  const groups = await store.all<Group>(
    `SELECT DISTINCT ${groupColumns.join(', ')} FROM work_outcomes ORDER BY ${groupColumns.join(', ')}`,
  );
  await store.run(`CREATE TABLE work_outcome_groups (candidate BIGINT, from_system_id VARCHAR, to_system_id VARCHAR, outcome VARCHAR, channel VARCHAR,
    seen_in VARCHAR, sender VARCHAR, communication VARCHAR)`);
  const wanted = candidates.flatMap((merged, i) =>
    groups
      .filter((group) => merged.some((candidate) => concerns(candidate, group)))
      .map((group): Value[] => [
        i,
        merged[0]!.from,
        merged[0]!.to,
        ...groupColumns.map((column) => group[column]),
      ]),
  );
  await store.insert(
    'work_outcome_groups',
    ['candidate', 'from_system_id', 'to_system_id', ...groupColumns],
    wanted,
  );
  const counts = await store.all<{ candidate: number; messages: number; persons: number }>(`
    SELECT g.candidate, count(DISTINCT o.message_key) AS messages,
           count(DISTINCT o.person_id) AS persons
    FROM work_outcome_groups g JOIN work_outcomes o ON ${sameOutcome}
    GROUP BY g.candidate ORDER BY g.candidate`);
  return new Map(counts.map(({ candidate, messages, persons }) => [candidate, { messages, persons }]));
}
