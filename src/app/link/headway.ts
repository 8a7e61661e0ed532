import { Pieces, type ReadHeadway } from '../../model/headway.js';
import { followStatements } from '../../store/follow-statements.js';
import type { Store } from '../../store/store.js';

/** Steps of linking, each with the tenths of a second it took for 100,000 records. */
const weights: Readonly<Record<string, number>> = {
  normalise: 58,
  sounds: 1,
  block: 5,
  index: 14,
  compare: 41,
  sample: 19,
  train: 4,
  score: 18,
  join: 9,
};

const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** What to call when a step begins, which ends the one before; `tell` hears of each and where to ask how far all is. */
export function followLinking(
  store: Pick<Store, 'headway'>,
  tell: (step: string, read: ReadHeadway) => void,
): (step: string) => void {
  const pieces = new Pieces(all);
  let last: string | undefined;
  return (step) => {
    if (last !== undefined) pieces.end(last);
    last = step;
    pieces.begin(step, weights[step] ?? 0, followStatements(store));
    tell(step, pieces.read);
  };
}
