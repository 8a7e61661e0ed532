import { byCodeUnit } from '../../graph/index.js';
import type { Flow } from '../../graph/types.js';
import type { flowFaults } from '../../model/facts/observed.js';
import { addTo } from '../../text/group-by.js';
import type { Observation, Quarter } from './observe.js';
import { wilson } from './wilson.js';

/** A share of arrivals below one half is no delivery. */
const half = 0.5;
/** Fewer arrivals than this share are accidents: somebody said the same twice. */
const accident = 0.1;

export interface BrokenFlow {
  readonly flow: Flow;
  readonly fault: (typeof flowFaults)[number];
  readonly fields: readonly string[];
  /** Ids of flows that all these changes would have taken, too. */
  readonly alike: readonly string[];
  readonly changes: number;
  readonly arrived: number;
  /** Milliseconds. */
  readonly since: number;
  readonly observations: readonly Observation[];
  readonly examples: readonly number[];
}

/** The last quarters in which least arrived, together. */
interface Spell {
  readonly until: number;
  readonly changes: number;
  readonly arrived: number;
}

interface Suspect {
  readonly flow: Flow;
  readonly field: string;
  readonly spell: Spell;
  readonly observations: readonly Observation[];
}

/** From as-of backwards: as far as what is missed outweighs what arrived. */
export function lastSpell(quarters: readonly Quarter[]): Spell {
  const sorted = [...quarters].sort((a, b) => a.quarter - b.quarter);
  let [changes, arrived, most] = [0, 0, 0];
  let best: Spell = { until: -1, changes: 0, arrived: 0 };
  for (const [i, quarter] of sorted.entries()) {
    changes += quarter.changes;
    arrived += quarter.arrived;
    const isLast = sorted[i + 1]?.quarter !== quarter.quarter;
    if (isLast && changes - 2 * arrived >= most) {
      most = changes - 2 * arrived;
      best = { until: quarter.quarter, changes, arrived };
    }
  }
  return best;
}

const within = (observation: Observation, until: number): Quarter[] =>
  observation.quarters.filter(({ quarter }) => quarter <= until);

/** Most of what should have come this way in the time did come. */
function works(observation: Observation, until: number): boolean {
  const quarters = within(observation, until);
  const total = (of: 'changes' | 'arrived') => quarters.reduce((sum, quarter) => sum + quarter[of], 0);
  return wilson(total('arrived'), total('changes')).low > half;
}

/** Flows by which changes of one field should have come, each with what was seen of them. */
function flowsOf(
  observations: readonly Observation[],
): Map<string, { flow: Flow; observations: Observation[] }> {
  const byFlow = new Map<string, { flow: Flow; observations: Observation[] }>();
  for (const observation of observations)
    for (const flow of observation.needed) {
      const known = byFlow.get(flow.flowId) ?? { flow, observations: [] };
      byFlow.set(flow.flowId, known);
      known.observations.push(observation);
    }
  return byFlow;
}

/** Most misses first; of flows with the same, the one nearest to where they are missed. */
const missed = ({ spell }: Suspect): number => spell.changes - spell.arrived;
const nearness = ({ flow, observations }: Suspect): number =>
  observations.filter(({ to }) => to === flow.to).length;
const order = (a: Suspect, b: Suspect): number =>
  missed(b) - missed(a) || nearness(b) - nearness(a) || byCodeUnit(a.flow.flowId, b.flow.flowId);

function suspectsOf(field: string, observations: readonly Observation[]): Suspect[] {
  return [...flowsOf(observations).values()]
    .map(({ flow, observations: through }): Suspect => {
      const spell = lastSpell(through.flatMap(({ quarters }) => quarters));
      return { flow, field, spell, observations: through };
    })
    .filter(({ spell }) => wilson(spell.arrived, spell.changes).high < half)
    .filter(({ spell, observations: through }) => !through.some((one) => works(one, spell.until)))
    .sort(order);
}

interface Culprit extends Suspect {
  readonly alike: readonly string[];
}

/** The fewest flows that explain what is missed of a field: the one that explains most, then the same for the rest. */
function culpritsOf(field: string, observations: readonly Observation[]): Culprit[] {
  const found: Culprit[] = [];
  let rest = observations;
  for (let suspects = suspectsOf(field, rest); suspects.length > 0; suspects = suspectsOf(field, rest)) {
    const worst = suspects[0]!;
    const same = (other: Suspect) =>
      other.observations.length === worst.observations.length &&
      other.observations.every((one) => worst.observations.includes(one));
    found.push({
      ...worst,
      alike: suspects
        .slice(1)
        .filter(same)
        .map(({ flow }) => flow.flowId),
    });
    rest = rest.filter((one) => !worst.observations.includes(one));
  }
  return found;
}

function faultOf(culprits: readonly Culprit[], changes: number, arrived: number): BrokenFlow['fault'] {
  const sum = (of: (culprit: Culprit) => number) => culprits.reduce((total, one) => total + of(one), 0);
  const turned = sum(({ observations, spell }) =>
    observations
      .flatMap((one) => within(one, spell.until))
      .reduce((total, quarter) => total + quarter.turned, 0),
  );
  if (turned * 2 >= changes - arrived) return 'turned';
  if (arrived > changes * accident) return 'drops';
  const before = sum(({ observations, spell }) =>
    observations
      .flatMap((one) => one.quarters.filter(({ quarter }) => quarter > spell.until))
      .reduce((total, quarter) => total + quarter.arrived, 0),
  );
  return before > 0 ? 'stopped' : 'silent';
}

function merge(culprits: readonly Culprit[]): BrokenFlow {
  const quarters = culprits.flatMap(({ observations, spell }) =>
    observations.flatMap((one) => within(one, spell.until)),
  );
  const total = (of: 'changes' | 'arrived') => quarters.reduce((sum, quarter) => sum + quarter[of], 0);
  const [changes, arrived] = [total('changes'), total('arrived')];
  return {
    flow: culprits[0]!.flow,
    fault: faultOf(culprits, changes, arrived),
    fields: culprits.map(({ field }) => field).sort(byCodeUnit),
    alike: [...new Set(culprits.flatMap(({ alike }) => alike))].sort(byCodeUnit),
    changes,
    arrived,
    since: Math.min(...quarters.map(({ firstMissed }) => firstMissed)),
    observations: culprits.flatMap(({ observations }) => observations),
    examples: [...new Set(quarters.flatMap((quarter) => quarter.missed))].sort((a, b) => a - b).slice(0, 4),
  };
}

/**
 * Declared flows by which the records show less than half of the changes to arrive, by id. A way that works clears all
 * flows on it; of the others the fewest are named that explain what is missed.
 */
export function findBroken(observations: readonly Observation[]): BrokenFlow[] {
  const declared = observations.filter(({ expected }) => expected === 'declared');
  const fields = [...new Set(declared.map(({ field }) => field))].sort(byCodeUnit);
  const byFlow = new Map<string, Culprit[]>();
  for (const culprit of fields.flatMap((field) =>
    culpritsOf(
      field,
      declared.filter((one) => one.field === field),
    ),
  ))
    addTo(byFlow, culprit.flow.flowId, culprit);
  return [...byFlow].sort(([a], [b]) => byCodeUnit(a, b)).map(([, culprits]) => merge(culprits));
}
