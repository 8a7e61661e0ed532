import { period } from '../time.js';
import { type Books, bookKey, type Entry, standing } from './stores.js';

/** What a system must hold from now on for one key and scope, and the decision it repeats (minutes). */
export interface Correction {
  readonly system: string;
  readonly key: string;
  readonly kind: Entry['kind'];
  readonly lob: string;
  readonly type: string;
  readonly channel: string;
  readonly value: string;
  readonly strength: Entry['strength'];
  readonly decidedAt: number | undefined;
  readonly decidedIn: string;
}

/** As somebody in the system would enter it on the last day: over the record of that scope, or beside the others. */
function entered(book: readonly Entry[], one: Correction): Entry {
  const lines = standing(book, period.asOf);
  const isSame = (line: Entry) =>
    line.kind === one.kind && line.lob === one.lob && line.type === one.type && line.channel === one.channel;
  const { system, key, decidedAt, decidedIn, ...said } = one;
  const replaced = lines.find(isSame) ?? lines.find(({ kind }) => kind === one.kind) ?? book[0]!;
  return {
    ...replaced,
    ...said,
    system,
    subject: key,
    decided: period.asOf,
    time: decidedAt ?? period.asOf,
    stored: period.asOf,
    origin: decidedIn,
    actor: 'agent',
    copied: true,
    sweeps: false,
  };
}

/** The books after every system has put its list right. */
export function corrected(books: Books, corrections: readonly Correction[]): Books {
  const mended: Books = new Map(books);
  for (const one of corrections) {
    const key = bookKey(one.system, one.key);
    const book = mended.get(key);
    if (!book) throw new Error(`${one.system} knows no ${one.key}`);
    mended.set(key, [...book, entered(book, one)]);
  }
  return mended;
}
