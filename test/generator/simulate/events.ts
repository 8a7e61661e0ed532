import { random } from '../random.js';
import { isoInstant } from '../time.js';
import type { World } from '../world/types.js';
import type { Send } from './sends.js';

/** What became of a message, in the words of the service that delivered it. */
export interface Event {
  readonly key: string;
  readonly system: string;
  readonly type: string;
  readonly time: number;
  readonly channel: string;
  readonly contact: string;
  readonly rawType: string;
  readonly reply: string;
  readonly enhanced: string;
  readonly code: string;
  readonly diagnostic: string;
}

type Failure = readonly [
  type: string,
  raw: string,
  reply: string,
  enhanced: string,
  code: string,
  text: string,
];

/** Written for this generator in the manner of mail servers, carriers, push services and letter returns. */
const failures: Record<string, readonly Failure[]> = {
  email: [
    [
      'bounced',
      'bounce',
      '550',
      '5.1.1',
      '',
      'smtp; 550 5.1.1 <{to}>: Recipient address rejected: user not known here',
    ],
    [
      'bounced',
      'bounce',
      '452',
      '4.2.2',
      '',
      'smtp; 452 4.2.2 The mailbox of {to} has run out of room, try again later',
    ],
    [
      'bounced',
      'bounce',
      '554',
      '5.7.1',
      '',
      'smtp; 554 5.7.1 Message refused by local policy of mx.mail.example',
    ],
    [
      'failed',
      'failed',
      '',
      '',
      '',
      'connection to mx1.example.net timed out while waiting for the greeting',
    ],
    ['bounced', 'bounce', '550', '5.4.4', '', 'smtp; 550 5.4.4 no mail host found for the domain of {to}'],
    [
      'expired',
      'expired',
      '421',
      '4.4.7',
      '',
      'gave up after 72 hours; last answer: 421 4.7.0 too many connections, slow down',
    ],
  ],
  sms: [
    ['failed', 'undelivered', '', '', '30005', 'Unknown destination handset'],
    ['failed', 'undelivered', '', '', '30003', 'Unreachable destination handset'],
    [
      'expired',
      'EXPIRED',
      '',
      '',
      'err:027',
      'id:{key} sub:001 dlvrd:000 stat:EXPIRED err:027 text:absent subscriber',
    ],
  ],
  push: [
    [
      'failed',
      'Unregistered',
      '410',
      '',
      'Unregistered',
      'The device token is no longer active for the topic',
    ],
    ['failed', 'error', '', '', 'UNREGISTERED', 'Requested entity was not found.'],
  ],
  post: [
    ['returned', 'return', '', '', 'ANK', 'Returned: addressee not known at this address'],
    ['returned', 'return', '', '', 'UTF', 'Returned: moved, forwarding order has ended'],
    ['returned', 'return', '', '', 'IA', 'Returned: house number missing'],
  ],
  phone: [['failed', 'no_connection', '', '', 'SIT-07', 'Number not in service']],
};

const delivered: Record<string, string> = {
  email: '250 2.0.0 queued as {key}',
  sms: 'id:{key} sub:001 dlvrd:001 stat:DELIVRD err:000',
  push: 'ok',
  post: 'handed to the carrier',
  phone: 'answered',
};

function eventsOf(send: Send, isFailing: boolean, seed: number): Event[] {
  const dice = random(seed, 'event', send.key);
  const fill = (text: string) => text.replaceAll('{to}', send.contact).replaceAll('{key}', send.key);
  const event = (type: string, raw: string, minutes: number, rest: readonly string[]): Event => ({
    key: send.key,
    system: send.system,
    type,
    time: send.time + minutes,
    channel: send.channel,
    contact: send.contact,
    rawType: raw,
    reply: rest[0]!,
    enhanced: rest[1]!,
    code: rest[2]!,
    diagnostic: fill(rest[3]!),
  });
  const accepted = event('accepted', 'accepted', 1, ['', '', '', '']);
  if (isFailing) {
    const [type, raw, ...rest] = dice.pick(failures[send.channel]!);
    return [accepted, event(type, raw, send.channel === 'post' ? 6 * 1440 : dice.int(2, 90), rest)];
  }
  const reply = send.channel === 'email' ? '250' : '';
  const done = event('delivered', 'delivered', dice.int(2, 30), [reply, '', '', delivered[send.channel]!]);
  const opened = send.channel === 'email' && dice.chance(0.1);
  return opened ? [done, event('opened', 'open', dice.int(40, 900), ['', '', '', ''])] : [done];
}

/** Outcomes of all messages: about one in seventy fails, evenly, unless a sender's vendor is in trouble. */
export function makeEvents(world: World, seed: number, sends: readonly Send[]): Event[] {
  const ranks = new Map<string, number>();
  return sends.flatMap((send) => {
    const group = `${send.system} ${send.channel}`;
    const rank = ranks.get(group) ?? 0;
    ranks.set(group, rank + 1);
    const trouble = world.failing.find((one) => one.system === send.system && one.channel === send.channel);
    const every = trouble?.every ?? 70;
    // In a lifelike world failures come in bursts of five, as outages do; the share is the same.
    const isFailing = world.life ? rank % (every * 5) >= every * 5 - 5 : rank % every === every - 1;
    return eventsOf(send, isFailing, seed);
  });
}

export const eventId = (event: Event): string => `${event.key}-${event.type}-${isoInstant(event.time)}`;
