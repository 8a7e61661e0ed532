import { mindsOf } from '../life/minds.js';
import type { Person } from '../person.js';
import { type Random, random } from '../random.js';
import { at, DAY, HOUR, period, startOfDay } from '../time.js';
import { type ConsentChannel, consentChannels, type Store, type World } from '../world/types.js';
import type { Choice } from './choice.js';

/** In office hours, so that the day is the same in every time zone of the bank. */
const officeTime = (dice: Random, from: number, to: number): number =>
  startOfDay(from + Math.floor(dice.next() * (to - from))) + dice.int(8 * HOUR, 17 * HOUR);

const before = { from: at('2022-01-10T00:00:00Z'), to: at('2025-05-20T00:00:00Z') };
/** The last weeks stay quiet, so that nothing is under way at the end. */
const during = { from: at('2025-08-01T00:00:00Z'), to: period.asOf - 12 * DAY };

/** Stores of the person with a point that asks the field. */
function placesFor(world: World, person: Person, field: string, everyday: boolean): Store[] {
  const asking = world.points.filter(
    (point) => point.asks.some((ask) => ask.field === field) && (!everyday || point.process !== 'onboarding'),
  );
  return world.stores.filter(
    (store) =>
      person.stores.includes(store.id) &&
      asking.some((point) => point.system === store.id) &&
      !(store.key === 'email' && person.sharesEmail),
  );
}

const actorAt = (world: World, store: Store): string =>
  world.points.some((point) => point.system === store.id && point.actor === 'customer')
    ? 'customer'
    : 'agent';

function baseline(world: World, seed: number, person: Person, channel: ConsentChannel): Choice[] {
  const dice = random(seed, 'baseline', person.index, channel);
  const places = placesFor(world, person, `preference.consent.${channel}`, false);
  const time = officeTime(dice, before.from, before.to);
  if (places.length === 0 || !dice.chance(0.6)) return [];
  const value = dice.chance(0.25) ? 'opt_out' : 'opt_in';
  return [consent(world, person, dice.pick(places), channel, '*', value, time)];
}

const consent = (
  world: World,
  person: Person,
  store: Store,
  channel: string,
  lob: string,
  value: string,
  time: number,
): Choice => ({
  person: person.index,
  origin: store.id,
  field: `preference.consent.${channel}`,
  lob,
  type: 'marketing',
  channel,
  value,
  time,
  actor: actorAt(world, store),
});

/**
 * One change of mind per person and channel at most: out after having been in or never asked, or in. For one line of
 * business only where nothing was said for all: a copy never stands against a store's own explicit word.
 */
function change(
  world: World,
  seed: number,
  person: Person,
  channel: ConsentChannel,
  first?: Choice,
): Choice[] {
  const dice = random(seed, 'change', person.index, channel);
  const places = placesFor(world, person, `preference.consent.${channel}`, true);
  if (places.length === 0 || first?.value === 'opt_out' || !dice.chance(0.3)) return [];
  const store = dice.pick(places);
  const value = first || dice.chance(0.85) ? 'opt_out' : 'opt_in';
  const own = !first && ['email', 'sms'].includes(channel) && store.lobs.length === 1 && dice.chance(0.5);
  const time = officeTime(dice, during.from, during.to);
  return [consent(world, person, store, channel, own ? store.lobs[0]! : '*', value, time)];
}

/** What the points of a store let the customer decide about delivery: everything, or its own line only. */
function deliveryScope(world: World, store: Store): string {
  const offers = world.points
    .filter(
      (point) => point.system === store.id && point.asks.some((ask) => ask.field === 'preference.delivery'),
    )
    .flatMap((point) => point.offers.filter((scope) => scope.split('/')[1] === 'statement'));
  return offers.some((scope) => scope.startsWith('*/')) ? '*' : store.lobs[0]!;
}

function paperless(world: World, seed: number, person: Person): Choice[] {
  const dice = random(seed, 'delivery', person.index);
  const places = placesFor(world, person, 'preference.delivery', true);
  if (places.length === 0 || !dice.chance(0.5)) return [];
  const store = dice.pick(places);
  const earlier = dice.chance(0.4);
  return [
    {
      person: person.index,
      origin: store.id,
      field: 'preference.delivery',
      lob: deliveryScope(world, store),
      type: 'statement',
      channel: '*',
      value: dice.chance(0.94) ? 'electronic' : 'paper',
      time: earlier ? officeTime(dice, before.from, before.to) : officeTime(dice, during.from, during.to),
      actor: actorAt(world, store),
    },
  ];
}

/** What a person of a lifelike world decided over the years: about each channel, and about paper. */
function allMinds(world: World, seed: number, person: Person): Choice[] {
  const actor = (store: Store) => actorAt(world, store);
  const narrow = (store: Store, dice: Random, value: string) =>
    value === 'opt_out' && world.life?.copies === 'explicit' && store.lobs.length === 1 && dice.chance(0.25)
      ? store.lobs[0]!
      : '*';
  const consents = consentChannels.flatMap((channel) => {
    const field = `preference.consent.${channel}`;
    const about = { field, type: 'marketing', channel, values: ['opt_in', 'opt_out'] } as const;
    return mindsOf(seed, person, about, placesFor(world, person, field, true), narrow, actor);
  });
  const field = 'preference.delivery';
  const about = { field, type: 'statement', channel: '*', values: ['paper', 'electronic'] } as const;
  const places = placesFor(world, person, field, true);
  const offered = (store: Store) => deliveryScope(world, store);
  return [...consents, ...mindsOf(seed, person, about, places, offered, actor)];
}

/** Everything the customers decided, in order of time. */
export function makeChoices(world: World, seed: number, people: readonly Person[]): Choice[] {
  const all = people.flatMap((person) =>
    world.life
      ? allMinds(world, seed, person)
      : [
          ...consentChannels.flatMap((channel) => {
            const first = baseline(world, seed, person, channel);
            return [...first, ...change(world, seed, person, channel, first[0])];
          }),
          ...paperless(world, seed, person),
        ],
  );
  return all.sort((a, b) => a.time - b.time || a.person - b.person || (a.field < b.field ? -1 : 1));
}
