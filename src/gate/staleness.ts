import type { Contract } from '../model/contract.js';

const day = 86_400_000;

/** Days for which a contract has been stale on a day; undefined while it is good. */
export function stalenessOf(
  { valid_until: until }: Pick<Contract, 'valid_until'>,
  today: string,
): number | undefined {
  const late = Date.parse(`${today}T00:00:00Z`) - Date.parse(until);
  return late > 0 ? Math.ceil(late / day) : undefined;
}
