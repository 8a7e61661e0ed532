import type { Query, Row } from '../../store/store.js';
import { readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { countReached } from './reach.js';

/** Outcomes that not every log tells: where a channel shows none of a kind, nobody knows how many there were. */
const told = ['opened', 'answered', 'complained', 'opted_out', 'returned'] as const;
const sums = ['messages', 'observed', 'delivered', 'failed', ...told, 'due', 'late', 'costed'];

type Counted = Record<string, number | string | null> & {
  channel: string;
  communication: string | null;
  senders: number;
  sender: string;
  code: number;
};

/** What became of messages, by channel and by communication and channel; all of a channel has no communication. */
const counts = `
  SELECT channel, communication, count(DISTINCT system_id) AS senders, min(system_id) AS sender,
         ${sums.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ')}, sum(cost) AS cost,
         min(code) AS code
  FROM (SELECT s.*, messages_with_events AS observed, coalesce(nullif(communication_id, ''), comm_type) AS communication
        FROM work_sent s) n
  GROUP BY GROUPING SETS ((channel, communication), (channel))
  ORDER BY channel, communication`;

type Known = { system_id: string; persons: number; persons_of: number };

/** Whom the messages could have reached: everybody for a channel, else those its only sender knows. */
function audienceOf({ communication, senders, sender }: Counted, known: readonly Known[]): number | null {
  if (communication === null) return known[0]?.persons_of ?? null;
  return senders === 1 ? (known.find(({ system_id }) => system_id === sender)?.persons ?? null) : null;
}

/** Of the counts those that can be told. */
function measured(row: Counted, channel: Counted): Row {
  const isSeen = row.observed !== 0;
  return {
    delivered: isSeen ? row.delivered! : null,
    failed: isSeen ? row.failed! : null,
    ...Object.fromEntries(told.map((name) => [name, isSeen && channel[name] !== 0 ? row[name]! : null])),
    late: row.due !== 0 ? row.late! : null,
  };
}

/** Creates `fact_channel_effectiveness`; needs `work_sent`, `work_send_rows` with their routes, and `fact_systems`. */
export async function computeEffectiveness(store: Query): Promise<void> {
  const files = await readFiles(store);
  const rows = await store.all<Counted>(counts);
  const reached = await countReached(store, rows);
  const known = await store.all<Known>(
    'SELECT system_id, persons, persons_of FROM fact_systems ORDER BY system_id',
  );
  const channels = new Map(rows.filter((row) => row.communication === null).map((row) => [row.channel, row]));
  const facts = rows.map((row, i): Row => {
    const { channel, communication, messages, observed, due, cost, costed, code } = row;
    return {
      channel,
      communication,
      messages: messages!,
      persons: reached[i]!,
      persons_of: audienceOf(row, known),
      observed: observed!,
      ...measured(row, channels.get(channel)!),
      due: due!,
      cost: cost!,
      costed: costed!,
      evidence: renderEvidence([code], files),
    };
  });
  await writeFact(store, 'fact_channel_effectiveness', facts);
}
