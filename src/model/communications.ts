import { z } from 'zod';

const seconds = z.int().nullable();
const systems = z.array(z.string()).describe('system ids');

/** A communication on a channel, from data to customer. */
export const communicationSchema = z.strictObject({
  communication_id: z.string(),
  name: z.string(),
  channel: z.string().nullable(),
  systems: systems.describe('stations in order'),
  latency_s: seconds.describe('over all hops; null when a hop is missing or states none'),
  slowest: z.array(z.string()).describe('giver and receiver of the slowest hop; empty without one'),
  deadline_s: seconds,
  late: z.boolean().describe('the hops alone take longer than the deadline'),
  data_age_s: seconds.describe('at delivery, of the oldest field it needs; null when not known'),
  oldest_field: z.string().nullable(),
  manual: z.array(z.string()).describe('`system`, or `from>to` of a hop'),
  gaps: z.array(z.string()).describe('`from>to` of stations that no flow of content joins'),
  single_points: systems.describe('passed on every channel'),
  ending: systems.describe('to be retired, or out of support within a year'),
  feedback_of: z.int().describe('ways on which outcomes are owed'),
  feedback_missing: z.array(z.string()).describe('`outcome.x>system`'),
  lacking: z.array(z.string()).describe('fields it names that are known and do not get there'),
  messages: z.int().describe('messages of it in the logs'),
});
export type Communication = z.infer<typeof communicationSchema>;

const measured = z.int().nullable().describe('null: not measurable');

/** What messages of a channel, or of one communication on it, achieve. */
export const channelSchema = z.strictObject({
  channel: z.string(),
  communication: z.string().nullable().describe('null: all of the channel'),
  name: z.string().nullable(),
  messages: z.int(),
  persons: z.int(),
  persons_of: z.int().nullable().describe('whom the messages could have reached'),
  observed: z.int().describe('messages with at least one event'),
  delivered: measured,
  failed: measured,
  opened: measured,
  answered: measured,
  complained: measured,
  opted_out: measured,
  returned: measured,
  due: z.int().describe('messages with a due time'),
  late: measured,
  cost: z.string().nullable().describe('exact decimal'),
  costed: z.int().describe('messages whose cost is known'),
});
export type Channel = z.infer<typeof channelSchema>;
