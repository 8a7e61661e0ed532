import type { Person } from '../person.js';
import { type Random, random } from '../random.js';
import type { Choice } from '../simulate/choice.js';
import { at, DAY, HOUR, period } from '../time.js';
import type { Store } from '../world/types.js';

/** Where the customer speaks, and what about. */
export interface Subject {
  readonly field: string;
  readonly type: string;
  readonly channel: string;
  readonly values: readonly [yes: string, no: string];
}

const before = { from: at('2022-01-10T00:00:00Z'), to: at('2025-05-20T00:00:00Z') };
/** A customer gives a decision some days to arrive everywhere before taking it back. */
const patience = 9 * DAY;

const moment = (dice: Random, from: number, to: number): number =>
  Math.floor(from + dice.next() * (to - from));

/** Times of changes of mind: none for half of the people, sometimes in the last hours before the export. */
function timesOf(dice: Random): number[] {
  const share = dice.next();
  const wanted = share < 0.5 ? 0 : share < 0.8 ? 1 : share < 0.93 ? 2 : 3;
  const late = dice.chance(0.12) ? [period.asOf - dice.int(20, 3 * 24 * HOUR)] : [];
  const drawn = Array.from({ length: wanted }, () => moment(dice, period.from, period.asOf - 4 * DAY));
  const times = [...drawn, ...(wanted > 0 ? late : [])].sort((a, b) => a - b);
  return times.filter((time, i) => i === 0 || time - times[i - 1]! > patience);
}

/**
 * Decisions about one thing: an early one, then out, in again, out. About one line of business only where copies keep
 * the weight of the decision, and only as a refusal; a later word for everything takes it back.
 */
export function mindsOf(
  seed: number,
  person: Person,
  about: Subject,
  places: readonly Store[],
  scopeAt: (store: Store, dice: Random, value: string) => string,
  actorAt: (store: Store) => string,
): Choice[] {
  const dice = random(seed, 'mind', person.index, about.field);
  if (places.length === 0) return [];
  const early = dice.chance(0.55) ? [moment(dice, before.from, before.to)] : [];
  const [yes, no] = about.values;
  let last = '';
  let scope = '*';
  return [...early, ...timesOf(dice)].flatMap((time) => {
    const open = places.filter(
      (store) => time < (person.closed?.get(store.id) ?? Infinity) && time < (person.died ?? Infinity),
    );
    if (open.length === 0 || time > period.asOf) return [];
    const store = dice.pick(open);
    const value = last === no ? yes : last === yes ? no : dice.chance(0.6) ? no : yes;
    last = value;
    // Only a word about the same line takes back a refusal for that line.
    if (value === no || about.type !== 'marketing') scope = scopeAt(store, dice, value);
    return [
      {
        person: person.index,
        origin: store.id,
        field: about.field,
        lob: scope,
        type: about.type,
        channel: about.channel,
        value,
        time,
        actor: actorAt(store),
      },
    ];
  });
}
