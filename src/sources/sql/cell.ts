import { quoteText } from '../../store/store.js';
import type { Reading } from '../mapping/plan.js';

const column = ({ index }: { readonly index: number }): string => `r${index}`;
const filled = (x: string): string => `nullif(${x}, '')`;

/** The cell itself, or the first of its stand-ins with a value. */
function frontOf({ from, or = [], constant = '' }: Reading): string {
  if (from === undefined) return quoteText(constant);
  if (or.length === 0) return column(from);
  return `coalesce(${[from, ...or].map((place) => filled(column(place))).join(', ')})`;
}

const joined = (parts: readonly string[], between: string): string =>
  `nullif(concat_ws(${quoteText(between)}, ${parts.map(filled).join(', ')}), '')`;

/** SQL of a cell's text over raw columns `r0, r1, …`, with what is put behind it. */
export function cellOf(reading: Reading): string {
  const { with: behind = [], between, several } = reading;
  const front = frontOf(reading);
  if (behind.length === 0) return front;
  const whole = joined([front, ...behind.map(column)], between);
  return several === undefined
    ? whole
    : `CASE WHEN contains(${column(several)}, '|') THEN ${whole} ELSE ${front} END`;
}

/** The cell with fewer of the values behind it, longest first: what a code may mean whatever follows. */
export function frontsOf(reading: Reading): string[] {
  const { with: behind = [], between, values } = reading;
  if (values === undefined || behind.length === 0) return [];
  const front = frontOf(reading);
  const shorter = behind
    .slice(1)
    .map((_, i) => joined([front, ...behind.slice(0, i + 1).map(column)], between));
  return [...shorter.reverse(), front];
}
