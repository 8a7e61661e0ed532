import { soundDistance } from './alignment.js';
import { type NameForms, ordersOf, type Reading } from './forms.js';

/** How alike two names are, from the same letters down to nothing in common but, at most, an initial. */
export type NameLevel = 'equal' | 'equivalent' | 'voiced' | 'skeleton' | 'none';

const compact = (folded: string): string => folded.replaceAll(' ', '');
/** What one word may cost in vowels that spellings leave open. */
const perWord = 0.5;

interface Distance {
  readonly cost: number;
  readonly words: number;
}

const joined = (a: Reading, b: Reading, arabic: { a: boolean; b: boolean }): Distance => ({
  cost: soundDistance(a.units.flat(), b.units.flat(), arabic),
  words: Math.min(a.words.length, b.words.length),
});

const closeEnough = ({ cost, words }: Distance): boolean => cost <= perWord * (words > 1 ? 1.5 : 1);

function soundsAlike(a: NameForms, b: NameForms): boolean {
  const arabic = { a: a.arabic, b: b.arabic };
  return a.readings.some((one) =>
    b.readings.some((other) => ordersOf(other).some((order) => closeEnough(joined(one, order, arabic)))),
  );
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));

/** The level at which two names agree. */
export function nameLevel(a: NameForms, b: NameForms): NameLevel {
  if (a.folded === b.folded || compact(a.folded) === compact(b.folded)) return 'equal';
  if (!meet(a.skeletons, b.skeletons)) return 'none';
  return soundsAlike(a, b) ? 'voiced' : 'skeleton';
}
