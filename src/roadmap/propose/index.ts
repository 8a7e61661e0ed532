import type { Initiative } from '../../model/roadmap.js';
import type { Ground } from '../ground.js';
import { toInitiatives } from '../proposal.js';
import { proposeDirect, proposeShared } from './flows.js';
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

/** Changes that could satisfy wants, one place at a time; in order of id. */
export const proposeSingle = (ground: Ground): Initiative[] =>
  toInitiatives(proposers.flatMap((propose) => propose(ground)));

/** Central stores, each a bundle of flows. */
export const proposeCentral = (ground: Ground, silo: string): Initiative[] =>
  toInitiatives(proposeHubs(ground, silo));
