import type { Channel, Communication } from '../model/communications.js';
import type { Query, Row } from '../store/store.js';

const lists = [
  'systems',
  'manual',
  'gaps',
  'single_points',
  'ending',
  'feedback_missing',
  'lacking',
] as const;
type ListName = (typeof lists)[number];
type PathRow = Omit<Communication, ListName | 'slowest'> & Record<ListName | 'slowest', string | null>;

const items = (list: string | null, separator = '|'): string[] => (list ? list.split(separator) : []);

const names = `(SELECT communication_id, min(name) AS name FROM std_communications GROUP BY communication_id)`;

/** Every communication on every channel, worst first. */
export async function readCommunications(store: Query): Promise<Communication[]> {
  const rows = await store.all<PathRow & Row>(
    `SELECT p.communication_id, coalesce(c.name, p.communication_id) AS name, p.channel, p.systems, p.latency_s,
            p.slowest, p.deadline_s, p.late, p.data_age_s, p.oldest_field, p.manual, p.gaps, p.single_points, p.ending,
            p.feedback_of, p.feedback_missing, p.lacking, coalesce(e.messages, 0) AS messages
     FROM fact_communication_paths p
     LEFT JOIN ${names} c ON c.communication_id = p.communication_id
     LEFT JOIN fact_channel_effectiveness e ON e.communication = p.communication_id AND e.channel = p.channel
     ORDER BY p.place`,
  );
  return rows.map((row) => ({
    ...row,
    slowest: items(row.slowest, '>'),
    systems: items(row.systems),
    manual: items(row.manual),
    gaps: items(row.gaps),
    single_points: items(row.single_points),
    ending: items(row.ending),
    feedback_missing: items(row.feedback_missing),
    lacking: items(row.lacking),
  }));
}

/** What messages achieve: channels by their messages, each followed by its communications. */
export const readChannels = (store: Query): Promise<Channel[]> =>
  store.all<Channel & Row>(
    `SELECT e.channel, e.communication, c.name, e.messages, e.persons, e.persons_of, e.observed, e.delivered, e.failed,
            e.opened, e.answered, e.complained, e.opted_out, e.returned, e.due, e.late, e.cost, e.costed
     FROM fact_channel_effectiveness e
     JOIN fact_channel_effectiveness a ON a.channel = e.channel AND a.communication IS NULL
     LEFT JOIN ${names} c ON c.communication_id = e.communication
     ORDER BY a.messages DESC, e.channel, e.communication IS NOT NULL, e.messages DESC, e.communication`,
  );
