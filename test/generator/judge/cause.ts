import { collectorsOf, wayFinder } from '../graph.js';
import type { World } from '../world/types.js';

/** What the decision tree needs to know of one disagreement. */
export interface Disagreement {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly field: string;
  /** The winning value, and since when (minutes). */
  readonly value: string;
  readonly since: number;
  /** When it was seen. */
  readonly seen: number;
  /** What the receiver holds; empty when nothing. */
  readonly held: string;
  readonly heldAt: number;
  readonly heldBy: string;
}

const agreed = 10 * 24 * 60;
const opposite: Record<string, string> = {
  opt_in: 'opt_out',
  opt_out: 'opt_in',
  paper: 'electronic',
  electronic: 'paper',
};

function isTooNarrow(world: World, case_: Disagreement): boolean {
  const lobs = world.systems.find((system) => system.id === case_.to)?.lobs ?? [];
  const points = world.points.filter(
    (point) => point.system === case_.from && point.asks.some((ask) => ask.field === case_.field),
  );
  const offers = points
    .flatMap((point) => point.offers)
    .filter((scope) => scope.split('/')[1] === 'statement');
  const covered = offers.some((scope) => ['*', ...lobs].includes(scope.split('/')[0]!));
  return case_.rule === 'preference/not-carried-over' && points.length > 0 && lobs.length > 0 && !covered;
}

/** The decision tree of the working definitions over one state of the world; first match wins. */
export function causeFinder(world: World) {
  const way = wayFinder(world);
  const collectors = new Map<string, readonly string[]>();
  const isWritable = (field: string, system: string) => {
    const known = collectors.get(field) ?? collectorsOf(world, field);
    collectors.set(field, known);
    return known.includes(system);
  };
  return (case_: Disagreement): string => {
    const { from, to, field } = case_;
    const mapped = way(from, to, field);
    if (!mapped && isTooNarrow(world, case_)) return 'scope_too_narrow';
    const byOthers = !['', 'customer', 'unknown', 'household_member'].includes(case_.heldBy);
    if (isWritable(field, to) && byOthers && case_.heldAt > case_.since) return 'conflicting_master';
    if (!way(from, to)) return way(to, from) ? 'one_way' : 'no_flow';
    if (!mapped) return 'field_not_mapped';
    if (mapped.inverted && opposite[case_.value] === case_.held) return 'mapping_wrong';
    const keys = world.holdings.filter((row) => row.system === to && row.field.startsWith('key.'));
    if (keys.length > 0 && mapped.key !== '' && !keys.some((row) => row.field === `key.${mapped.key}`))
      return 'identity_gap';
    if (case_.seen - case_.since < mapped.latency) return mapped.latency <= agreed ? 'in_flight' : 'too_slow';
    return 'lost';
  };
}
