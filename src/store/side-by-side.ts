import { SourceError } from '../model/errors.js';
import type { Store } from './store.js';

/** Waits for all, then throws what failed first in the order given; problems of sources are told together. */
export async function settleAll<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  const failures = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (failures.length === 0) return results.map((result) => (result as PromiseFulfilledResult<T>).value);
  if (failures.every((failure) => failure instanceof SourceError))
    throw new SourceError(failures.flatMap(({ problems }) => problems));
  throw failures.find((failure) => !(failure instanceof SourceError));
}

/** Runs `work` with a second connection beside the store's own, and closes it whatever happens. */
export async function withFork<T>(store: Store, work: (fork: Store) => Promise<T>): Promise<T> {
  const fork = await store.fork();
  try {
    return await work(fork);
  } finally {
    fork.close();
  }
}

/** Hands each item to the next free lane, such as a connection; the results are in the order of the items. */
export function inLanes<L, T, R>(
  lanes: readonly L[],
  items: readonly T[],
  work: (lane: L, item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const waiting = items.map((item, index) => ({ item, index }));
  const done = new Map<number, Promise<R>>();
  const drain = async (lane: L): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { item, index } = next;
      const result = work(lane, item, index);
      done.set(index, result);
      await result.catch(() => undefined);
    }
  };
  return Promise.all(lanes.map(drain)).then(() => settleAll(items.map((_, index) => done.get(index)!)));
}
