import type { Initiative } from '../../model/roadmap.js';
import type { Supports } from '../../roadmap/bound.js';
import { proposeSingle } from '../../roadmap/propose/index.js';
import {
  messagesTouched,
  personsFixed,
  personsTouched,
  type Satisfied,
  type Satisfies,
} from '../../roadmap/weigh.js';
import { compareText } from '../../text/compare.js';
import { parseDuration } from '../../text/durations.js';
import type { Base } from './read-base.js';
import { createScales } from './satisfies.js';

/** Initiatives weighed together at most; those that touch fewest persons are left out. */
const weighedTogether = 40;

/** Initiatives of an ecosystem and the scales they are put on. */
export interface Weighing {
  readonly initiatives: readonly Initiative[];
  /** Proposed, and left out for want of persons they touch. */
  readonly leftOut: number;
  readonly satisfiedBy: (initiatives: readonly Initiative[]) => Satisfied;
  /** By places of initiatives. */
  readonly satisfies: Satisfies;
  /** Initiatives, by place, that a want needs one of. */
  readonly supports: Supports;
  /** Initiatives, by place, that can matter to a want in any company. */
  readonly related: Supports;
  /** Persons that these fix together. */
  readonly fixed: (initiatives: readonly Initiative[]) => number;
  readonly touched: (initiative: Initiative) => number;
  /** Messages sent against the choices of persons it touches. */
  readonly messages: (initiative: Initiative) => number;
  /** Initiatives that findings alone ask for. */
  readonly others: readonly Initiative[];
}

const isWay = ({ kind }: Initiative): boolean => kind === 'add_flow' || kind === 'map_field';

/**
 * Proposes what could be done, and weighs each; a way that does nothing alone stays, as it may with another. Choices must
 * arrive as agreed, and within `maxLatency`, ISO 8601, where it is less.
 */
export function weighInitiatives({ today }: Base, maxLatency?: string): Weighing {
  const longest =
    (maxLatency === undefined ? undefined : parseDuration(maxLatency)) ?? Number.POSITIVE_INFINITY;
  const { agreed } = today.ways.graph;
  const { satisfied, supports, related } = createScales(today, (field) => Math.min(agreed(field), longest));
  const touched = (initiative: Initiative) => personsTouched(today.sets, satisfied([initiative]));
  const { ways, others } = proposeSingle(today.ground);
  const useful = ways
    .map((initiative) => ({ initiative, persons: touched(initiative) }))
    .filter(({ initiative, persons }) => persons > 0 || isWay(initiative))
    .sort((a, b) => b.persons - a.persons || compareText(a.initiative.id, b.initiative.id));
  const initiatives = useful
    .slice(0, weighedTogether)
    .map(({ initiative }) => initiative)
    .sort((a, b) => compareText(a.id, b.id));
  return {
    initiatives,
    leftOut: useful.length - initiatives.length,
    satisfiedBy: satisfied,
    satisfies: (places) => satisfied(places.map((place) => initiatives[place]!)),
    supports: supports(initiatives),
    related: related(initiatives),
    fixed: (some) => personsFixed(today.sets, satisfied(some)),
    touched,
    messages: (initiative) => messagesTouched(today.sets, satisfied([initiative])),
    others,
  };
}
