import { random } from '../random.js';
import { at, DAY } from '../time.js';
import { type Blueprint, both, store } from '../world/blueprint.js';
import type { Habits, Store } from '../world/types.js';

type Link = Blueprint['links'][number];

/** A newsletter tool that keeps nothing but hashes of mailboxes. */
const news = store('news', 'Newsletter tool', 'front', ['retail'], {
  kind: 'marketing',
  side: 'any',
  share: 0.6,
  key: 'email',
  space: '',
  keys: ['key.email'],
  consent: ['email'],
  delivery: false,
  hasCustomers: false,
});

const layouts: readonly Pick<Habits, 'layout' | 'times' | 'calendar'>[] = [
  { layout: 'long', times: 'exact', calendar: 'gregorian' },
  { layout: 'wide', times: 'day', calendar: 'gregorian' },
  { layout: 'codes', times: 'stored', calendar: 'gregorian' },
  { layout: 'days', times: 'day', calendar: 'hijri' },
  { layout: 'history', times: 'exact', calendar: 'gregorian' },
  { layout: 'local', times: 'exact', calendar: 'gregorian' },
  { layout: 'flags', times: 'none', calendar: 'gregorian' },
  { layout: 'days', times: 'day', calendar: 'jalali' },
  { layout: 'twice', times: 'exact', calendar: 'gregorian' },
];
const list: Pick<Habits, 'layout' | 'times' | 'calendar'> = {
  layout: 'list',
  times: 'exact',
  calendar: 'gregorian',
};
const customerFiles: readonly Habits['customers'][] = ['plain', 'upper', 'script', 'workbook', 'lines'];
const logs: readonly Habits['log'][] = ['plain', 'codes', 'lines', 'local'];

/** The next habits in turn, so that ten seeds see every form in systems of every kind. */
function habitsOf(one: Store, index: number, seed: number): Habits {
  const turn = index + seed * 2;
  const isList = !one.delivery && one.consent.length === 1 && seed % 2 === 1;
  return {
    ...(isList ? list : layouts[turn % layouts.length]!),
    customers: customerFiles[(turn + Math.floor(seed / 2)) % customerFiles.length]!,
    log: logs[(index + seed) % logs.length]!,
  };
}

/** Systems that know days only post at night; so does who is slow anyway. The time then includes waiting for the run. */
function timed([from, to, minutes]: Link, nightly: ReadonlySet<string>): Link {
  if (nightly.has(from) || nightly.has(to) || minutes >= 240) return [from, to, DAY + minutes];
  return [from, to, Math.min(minutes, 110)];
}

/** The same estate with a newsletter tool, agents who enter choices, and habits drawn by the seed. */
export function lifelike(plan: Blueprint, seed: number): Blueprint {
  const stores = [...plan.stores, news].map((one, index) => {
    const habits = habitsOf(one, index, seed);
    return { ...one, habits, dayOnly: habits.times === 'day' };
  });
  const nightly = new Set(stores.filter((one) => one.dayOnly).map((one) => one.id));
  const isMet = (id: string) => stores.some((one) => one.id === id);
  const points: Blueprint['points'] = [
    ['desk', 'preferences', 'phone', 'Service desk: choices'],
    ['news', 'preferences', 'email', 'Newsletter settings'],
  ];
  return {
    ...plan,
    name: `${plan.name}, lifelike ${seed}`,
    stores,
    points: [...plan.points, ...points.filter(([id]) => isMet(id))],
    links: [...plan.links, ...both('news', plan.stores[0]!.id, 83)].map((link) => timed(link, nightly)),
    life: {
      copies: seed % 2 === 0 ? 'explicit' : 'imported',
      breaksAt: at('2025-11-03T00:00:00Z') + random(seed, 'breaks').int(0, 90) * DAY,
      grace: 6 * DAY,
    },
  };
}
