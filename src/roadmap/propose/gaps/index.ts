import type { Ground } from '../../ground.js';
import type { Proposal } from '../../proposal.js';
import { proposeFewerQuestions, proposePrefilling, proposeSharing } from './collection.js';
import { proposeCommunications, proposeFewerCommunications, proposeRepairs } from './communications.js';
import { proposeConsolidation } from './engines.js';
import {
  proposeAutomation,
  proposeFewerFlows,
  proposeHaste,
  proposeMending,
  proposeReaching,
  proposeReturns,
} from './flows.js';
import { proposeBypasses } from './legacy.js';
import { proposeCorrecting, proposeFetching, proposeLoops, proposeReporting } from './loops.js';
import { proposeAuthorities, proposeOneWay } from './masters.js';
import { proposeOffers } from './offers.js';

const proposers: readonly ((ground: Ground) => Proposal[])[] = [
  proposeLoops,
  proposeFetching,
  proposeReporting,
  proposeCorrecting,
  proposePrefilling,
  proposeFewerQuestions,
  proposeSharing,
  proposeAuthorities,
  proposeOneWay,
  proposeReturns,
  proposeAutomation,
  proposeHaste,
  proposeMending,
  proposeReaching,
  proposeFewerFlows,
  proposeBypasses,
  proposeConsolidation,
  proposeOffers,
  proposeCommunications,
  proposeFewerCommunications,
  proposeRepairs,
];

/** What findings and the facts behind them ask for. */
export const proposeFromGaps = (ground: Ground): Proposal[] =>
  proposers.flatMap((propose) => propose(ground));
