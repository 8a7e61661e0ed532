import type { Sheet } from '../sheet.js';
import type { State } from '../state.js';
import type { World } from '../world.js';

/** Makes a page for so many columns. */
export type SheetMaker = (world: World, state: State, width: number) => Sheet;

/** A page that has to be asked for: what is being done, and what comes of it. */
export interface Asking {
  readonly doing: string;
  ask(say: (stage: string) => void): Promise<SheetMaker>;
}
