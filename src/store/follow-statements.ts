import type { Store } from './store.js';

/** Statements after which half of the work is likely done. */
const half = 4;

/**
 * How far a connection is with statements nobody has counted, from 0 towards 1: asked now and then, it grows with the
 * statement at work and with each that is finished, and never goes back. Statements of less than half a second are not seen.
 */
export function followStatements(lane: Pick<Store, 'headway'>): () => number {
  let finished = 0;
  let last = 0;
  return () => {
    const now = lane.headway();
    if (now < last) finished++;
    last = now;
    return 1 - half / (half + finished + now);
  };
}
