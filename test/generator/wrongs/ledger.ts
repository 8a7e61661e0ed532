import { random } from '../random.js';
import { DAY } from '../time.js';
import { heldAt, period, type Since } from './people.js';

/** Balances by person over time, and limits, in pence. */
export interface Ledger {
  readonly balances: readonly (readonly Since<number>[])[];
  readonly limits: readonly number[];
}

/** Bookings two or three times a month. */
function bookings(seed: number, index: number): Since<number>[] {
  const dice = random(seed, 'ledger', index);
  const list: Since<number>[] = [{ from: period.from - 300 * DAY, value: dice.int(1000, 900_000) }];
  for (
    let time = period.from - 120 * DAY;
    time < period.to;
    time += dice.int(6, 20) * DAY + dice.int(0, 1439)
  )
    list.push({ from: time, value: dice.int(1000, 900_000) });
  return list;
}

export const keepLedger = (seed: number, count: number): Ledger => ({
  balances: Array.from({ length: count }, (_, index) => bookings(seed, index)),
  limits: Array.from({ length: count }, (_, index) => 10_000 * random(seed, 'limit', index).int(1, 60)),
});

export const balanceAt = ({ balances }: Ledger, person: number, time: number): number =>
  heldAt(balances[person]!, time);
export const limitOf = ({ limits }: Ledger, person: number): number => limits[person]!;
