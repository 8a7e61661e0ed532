import type { Year } from '../simulate/run.js';
import type { Send } from '../simulate/sends.js';
import type { Point, World } from '../world/types.js';
import type { Label } from './types.js';

interface Scope {
  readonly lob: string;
  readonly type: string;
  readonly channel: string;
}

const textOf = ({ lob, type, channel }: Scope): string => `${lob}/${type}/${channel}`;
const mayBeRefused = ({ basis }: { basis: string }): boolean =>
  basis !== 'contract' && basis !== 'legal_obligation';

function scopesOf(world: World): Scope[] {
  const all = world.communications
    .filter(mayBeRefused)
    .flatMap(({ lob, type, channels }) => channels.map((channel) => ({ lob, type, channel })));
  return [...new Map(all.map((scope) => [textOf(scope), scope])).values()];
}

const within = (wide: string, narrow: string): boolean => wide === '*' || `${narrow}/`.startsWith(`${wide}/`);

/** A point offers a scope when one of its offers is as wide on all axes. */
const offers = (point: Point, { lob, type, channel }: Scope): boolean =>
  point.offers.some((offer) => {
    const [line, ...rest] = offer.split('/');
    return within(line!, lob) && within(rest.slice(0, -1).join('/'), type) && within(rest.at(-1)!, channel);
  });

const isLasting = ({ process }: Point): boolean => process !== 'onboarding';
const label = (rule: string, subject: string, persons: number): Label => ({
  rule: `preference/${rule}`,
  subject,
  cause: null,
  persons,
});

/** Whoever gets messages under a mailbox that two persons share is one reader of whom nothing else is known. */
const readerOf = ({ person, system, subject }: Send): string =>
  person < 0 ? `${system} ${subject}` : String(person);

function nowhere(world: World, { sends }: Year): Label[] {
  const places = world.points.filter(isLasting);
  return scopesOf(world)
    .filter((scope) => !places.some((point) => offers(point, scope)))
    .map((scope) => {
      const sent = sends.filter((send) => mayBeRefused(send) && textOf(send) === textOf(scope));
      return label('no-place-for-scope', `scope:${textOf(scope)}`, new Set(sent.map(readerOf)).size);
    });
}

const effort: Readonly<Record<string, number>> = { phone: 2, branch: 3, post: 3 };
const effortAt = ({ channel }: Point): number => effort[channel] ?? 1;

function harderOut(world: World): Label[] {
  const places = world.points.filter(isLasting);
  const used = scopesOf(world);
  return world.points.flatMap((point) => {
    const isHard = (scope: Scope) => {
      const out = places.filter((place) => offers(place, scope)).map(effortAt);
      return out.length > 0 && Math.min(...out) > effortAt(point);
    };
    const given = used.filter((scope) => !isLasting(point) && offers(point, scope) && isHard(scope));
    const fields = new Set(given.map(({ channel }) => `preference.consent.${channel}`));
    return point.asks
      .filter(({ field }) => fields.has(field))
      .map(({ field }) => label('harder-out-than-in', `point:${point.id}/${field}`, point.perMonth));
  });
}

/** How many places somebody needs for what can be refused at all; by trying all sets, small ones first. */
function needs(scopes: readonly Scope[], points: readonly Point[]): number {
  let sets: Point[][] = [[]];
  for (let size = 0; ; size++) {
    if (sets.some((set) => scopes.every((scope) => set.some((point) => offers(point, scope))))) return size;
    sets = sets.flatMap((set) => points.slice(points.indexOf(set.at(-1)!) + 1).map((one) => [...set, one]));
  }
}

/** A reader with the scopes of their messages and the systems that know them. */
function readers(world: World, { people, sends }: Year) {
  const known = new Map<string, { systems: readonly string[]; scopes: Map<string, Scope> }>();
  for (const send of sends.filter(mayBeRefused)) {
    const key = readerOf(send);
    const person = people[send.person];
    const own = world.stores.filter(({ id, key: by }) => id !== send.system && by === 'email');
    const alone = new Set(person?.sharesEmail ? own.map(({ id }) => id) : []);
    const systems = person ? person.stores.filter((id) => !alone.has(id)) : [send.system];
    const reader = known.get(key) ?? { systems, scopes: new Map<string, Scope>() };
    reader.scopes.set(textOf(send), send);
    known.set(key, reader);
  }
  return [...known.values()];
}

const odd = 0.05;

function several(world: World, year: Year): Label[] {
  const all = readers(world, year);
  const many = all.filter(({ systems, scopes }) => {
    const points = world.points.filter((point) => isLasting(point) && systems.includes(point.system));
    const within = [...scopes.values()].filter((scope) => points.some((point) => offers(point, scope)));
    return within.length < scopes.size || needs(within, points) > 1;
  });
  const isMuch = many.length > odd * all.length;
  return isMuch ? [label('places-to-opt-out', 'field:preference.consent', many.length)] : [];
}

/** Rules about one place to choose. */
export const placeLabels = (world: World, year: Year): Label[] => [
  ...nowhere(world, year),
  ...harderOut(world),
  ...several(world, year),
];
