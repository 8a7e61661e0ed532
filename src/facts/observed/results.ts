import type { DayOf } from '../clocks.js';
import type { BrokenFlow } from './broken.js';
import type { Pair } from './expect.js';
import type { Observation } from './observe.js';
import type { PutBack } from './read.js';
import type { Shown } from './shown.js';
import type { Measured, SlowFlow } from './slow.js';
import type { UndeclaredFlow } from './undeclared.js';

export interface Observed {
  readonly pair: Pair;
  readonly observation: Observation;
}
export interface Results {
  readonly observed: readonly Observed[];
  readonly lags: ReadonlyMap<string, Measured>;
  readonly putBack: readonly PutBack[];
  readonly broken: readonly BrokenFlow[];
  readonly slow: readonly SlowFlow[];
  readonly undeclared: readonly UndeclaredFlow[];
  readonly pairs: ReadonlyMap<string, Pair>;
}

/** Column `evidence` of places. */
export type Render = (codes: readonly number[]) => string;
/** How places and days are told. */
export interface Telling {
  readonly render: Render;
  readonly dayOf: DayOf;
}

const both = ({ from, to }: Pick<Pair, 'from' | 'to'>): number[] => [from.system_no, to.system_no];
/** Examples with the records of both systems. */
export const show = (pair: Pick<Pair, 'from' | 'to'>, examples: readonly number[]): Shown[] =>
  examples.map((example) => ({ example, systems: both(pair) }));
