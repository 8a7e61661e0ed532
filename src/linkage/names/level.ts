import { soundDistance } from './alignment.js';
import type { Scripts } from './costs.js';
import { type NameForms, ordersOf, type Reading } from './forms.js';

/** How alike two names are, from the same letters down to nothing in common but, at most, an initial. */
export type NameLevel = 'equal' | 'equivalent' | 'voiced' | 'skeleton' | 'none';

const compact = (folded: string): string => folded.replaceAll(' ', '');
/** What one word may cost in vowels that spellings leave open. */
const perWord = 0.5;

const allowance = ({ words }: Reading): number => perWord * (words.length > 1 ? 1.5 : 1);

function readAlike(a: Reading, b: Reading, arabic: Scripts): boolean {
  const most = Math.min(allowance(a), allowance(b));
  const units = a.units.flat();
  return ordersOf(b).some((order) => soundDistance(units, order.units.flat(), arabic, most) <= most);
}

const soundAlike = (a: NameForms, b: NameForms): boolean =>
  a.readings.some((one) => b.readings.some((other) => readAlike(one, other, { a: a.arabic, b: b.arabic })));

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));

/** The level at which two names agree. */
export function nameLevel(a: NameForms, b: NameForms): NameLevel {
  if (a.folded === b.folded || compact(a.folded) === compact(b.folded)) return 'equal';
  if (!meet(a.skeletons, b.skeletons)) return 'none';
  return soundAlike(a, b) ? 'voiced' : 'skeleton';
}
