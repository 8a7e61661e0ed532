import type { Store } from '../../generator/world/types.js';
import type { Figures } from './figures.js';
import type { Simulated } from './world.js';

/** Forms in which systems hold what they know; a system has several at once. */
function formsOf({ key, habits }: Store): string[] {
  const { layout, times, calendar } = habits!;
  return [
    layout === 'history' ? 'events' : layout === 'twice' ? 'two exports' : 'current state',
    ...(layout === 'wide' || layout === 'flags' ? ['one wide row, inverted flags'] : []),
    ...(layout === 'list' ? ['list of refusals'] : []),
    ...(key === 'account_no' ? ['account level'] : []),
    ...(key === 'email' ? ['hashes'] : []),
    ...(times === 'none' ? ['no times'] : times === 'day' ? ['days only'] : []),
    ...(calendar === 'gregorian' ? [] : ['other calendar']),
  ];
}

/** Labels, hits and false claims by the form of either system. */
export type Forms = Map<string, { labels: number; hits: number; surplus: number }>;

/** Adds an ecosystem's figures to those by form. */
export function addForms(forms: Forms, { world }: Simulated, { keys, missing, surplus }: Figures): void {
  const stores = new Map(world.stores.map((store) => [store.id, store]));
  const lost = new Set(missing);
  const count = (key: string, what: 'labels' | 'hits' | 'surplus') => {
    const [, from, to] = key.split(' ') as [string, string, string];
    for (const form of new Set([from, to].flatMap((id) => formsOf(stores.get(id)!)))) {
      const entry = forms.get(form) ?? { labels: 0, hits: 0, surplus: 0 };
      entry[what] += 1;
      forms.set(form, entry);
    }
  };
  for (const key of keys) count(key, 'labels');
  for (const key of keys) if (!lost.has(key)) count(key, 'hits');
  for (const key of surplus) count(key, 'surplus');
}

/** One line a form. */
export const describeForms = (forms: Forms): string[] =>
  [...forms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([form, { labels, hits, surplus }]) =>
        `  ${form}: ${labels} conflicts, recall ${(hits / labels).toFixed(4)}, ` +
        `precision ${(hits / (hits + surplus)).toFixed(4)}`,
    );
