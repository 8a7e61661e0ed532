import { random } from '../random.js';
import { DAY, HOUR } from '../time.js';
import { addressee, addressOf, type Mailing, type Message, nameOf } from './messages.js';
import { type Citizen, period } from './people.js';

/** Months in which the gateway of text messages holds the dates of the month before. */
const stale = 6;
/** Months in which a payment is put off on the phone: a text message the next week says so. */
const putOff = 3;
/** Months in which the text message goes twice, the second after the date was put off within the day. */
const twice = 8;

const dayFirst = (iso: string): string => iso.split('-').reverse().join('.');
const dayOf = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 10);

interface Due {
  readonly time: number;
  readonly due: number;
  readonly channel: 'email' | 'sms';
  readonly key: string;
  readonly isDenied?: boolean;
}

function messageOf(
  mailing: Mailing,
  one: Citizen,
  { time, due, channel, key, isDenied = false }: Due,
): Message {
  const meant = addressee(mailing.citizens, one, channel, mailing.seed);
  const pence = random(mailing.seed, 'due', one.index).int(2_000, 90_000);
  const day = dayOf(due);
  return {
    key,
    system: 'core',
    communication: 'reminder',
    channel,
    person: one.index,
    time,
    contact: addressOf(meant, channel, time),
    name: nameOf(one.steward === undefined ? one : meant),
    version: 'v1',
    values: [
      { field: 'value.due_date', text: channel === 'sms' ? dayFirst(day) : day },
      { field: 'value.instalment', text: (pence / 100).toFixed(channel === 'sms' ? 0 : 2) },
    ],
    isWrongAmount: false,
    isOthersData: false,
    isDenied,
  };
}

/** Reminders of one month to one person: an e-mail, and a text message some hours later that should say the same. */
function remindOne(mailing: Mailing, one: Citizen, month: number): Message[] {
  const dice = random(mailing.seed, 'reminder', one.index, month);
  if (!dice.chance(0.25)) return [];
  const time = period.from + month * 30 * DAY + dice.int(2, 10) * DAY + dice.int(8, 12) * HOUR;
  const due = time + 14 * DAY;
  const key = (channel: string) => `reminder-${channel}-${month}-${one.index}`;
  const isStale = month === stale && dice.chance(0.3);
  const isPutOff = month === putOff && dice.chance(0.5);
  const later = isPutOff ? 7 * DAY : dice.int(1, 9) * HOUR;
  const text: Due = {
    time: time + later,
    due: isStale ? due - 30 * DAY : isPutOff ? due + 30 * DAY : due,
    channel: 'sms',
    key: key('sms'),
    isDenied: isStale,
  };
  const again = { ...text, time: text.time + 3 * HOUR, due: due + 30 * DAY, key: key('again') };
  const all = [{ time, due, channel: 'email' as const, key: key('email') }, text];
  return (month === twice && dice.chance(0.3) ? [...all, again] : all).map((said) =>
    messageOf(mailing, one, said),
  );
}

/** Reminders to pay by two channels, over a year. */
export const remindAll = (mailing: Mailing): Message[] =>
  mailing.citizens.flatMap((one) =>
    Array.from({ length: 10 }, (_, month) => remindOne(mailing, one, month + 1)).flat(),
  );
