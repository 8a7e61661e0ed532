/**
 * Positions that two threads share out: one takes them from the front, the other from the back, until all are taken.
 * So neither waits for the other, and what rules of one pack work out together is worked out on one thread.
 */
export interface Turns {
  readonly count: number;
  /** How many are taken, by whichever thread. */
  readonly taken: Int32Array;
}

/** Turns that threads may be handed. */
export const createTurns = (count: number): Turns => ({
  count,
  taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
});

export function* fromFront({ count, taken }: Turns): Generator<number> {
  for (let next = 0; Atomics.add(taken, 0, 1) < count; next++) yield next;
}

export function* fromBack({ count, taken }: Turns): Generator<number> {
  for (let next = count - 1; Atomics.add(taken, 0, 1) < count; next--) yield next;
}
