import type { Initiative } from '../../model/roadmap.js';
import type { Ground } from '../ground.js';
import { toInitiatives } from '../proposal.js';
import { afterCorrections } from './after-corrections.js';
import { proposeDirect, proposeShared } from './flows.js';
import { proposeFromGaps } from './gaps/index.js';
import { proposeHubs } from './hubs.js';
import { proposeCorrections, proposeMappings } from './mappings.js';
import { proposeKeys, proposeMasters, proposeScopes, proposeSpeed } from './systems.js';

const proposers = [
  proposeDirect,
  proposeShared,
  proposeMappings,
  proposeCorrections,
  proposeSpeed,
  proposeKeys,
  proposeMasters,
  proposeScopes,
] as const;

/** Initiatives of two kinds of ground; what serves both stands under `ways`. In order of id. */
export interface Proposed {
  /** Changes that could satisfy wants. */
  readonly ways: readonly Initiative[];
  /** Changes that findings alone ask for. */
  readonly others: readonly Initiative[];
}

/** What could be done, one place at a time. */
export function proposeSingle(ground: Ground): Proposed {
  const forWants = proposers.flatMap((propose) => propose(ground));
  const ids = new Set(forWants.map(({ id }) => id));
  const all = afterCorrections(ground, toInitiatives([...forWants, ...proposeFromGaps(ground)]));
  return { ways: all.filter(({ id }) => ids.has(id)), others: all.filter(({ id }) => !ids.has(id)) };
}

/** Central stores, each a bundle of flows. */
export const proposeCentral = (ground: Ground, silo: string): Initiative[] =>
  toInitiatives(proposeHubs(ground, silo));
