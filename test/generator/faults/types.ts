import type { World } from '../world/types.js';

/** A fault of the world: what breaks, and the rules it is about (what else follows is consequence). */
export interface Fault {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly rules: readonly string[];
  apply(world: World): void;
}
