import { choiceFacts } from './facts/choices.js';
import { communicationFacts } from './facts/communications.js';
import { estateFacts } from './facts/estate.js';
import { graphFacts } from './facts/graph.js';
import { journeyFacts } from './facts/journeys.js';
import { mapFacts } from './facts/map.js';
import { measureFacts } from './facts/measures.js';
import { messageFacts } from './facts/messages.js';
import { observedFacts } from './facts/observed.js';
import { placeFacts } from './facts/places.js';
import { qualityFacts } from './facts/quality.js';
import { trafficFacts } from './facts/traffic.js';
import type { Table } from './table.js';

/**
 * Facts: computed once a run, bounded by systems × communications × channels × fields, shared by rules, reports and
 * look-ups. The schemas are the contract between `src/facts` and `rules/`.
 */
export const facts: readonly Table[] = [
  ...graphFacts,
  ...mapFacts,
  ...estateFacts,
  ...choiceFacts,
  ...placeFacts,
  ...messageFacts,
  ...trafficFacts,
  ...communicationFacts,
  ...observedFacts,
  ...qualityFacts,
  ...journeyFacts,
  ...measureFacts,
];

export const findFact = (name: string): Table | undefined => facts.find((fact) => fact.name === name);
