import type { Row } from '../../store/store.js';
import type { Basis, Demand } from '../demands/list.js';
import { renderEvidence } from '../evidence.js';

const isSameGiver = (a: Demand, b: Demand): boolean => a.field === b.field && a.from === b.from;

/** Demands by field and giver, in order. */
export function byGiver(demands: readonly Demand[]): Demand[][] {
  const groups: Demand[][] = [];
  for (const demand of demands) {
    const last = groups.at(-1);
    if (last !== undefined && isSameGiver(last[0]!, demand)) last.push(demand);
    else groups.push([demand]);
  }
  return groups;
}

/** The largest of numbers; null when one is unknown or there are none. */
export const largest = (numbers: readonly (number | null)[]): number | null =>
  numbers.length === 0 || numbers.includes(null)
    ? null
    : (numbers as readonly number[]).reduce((a, b) => Math.max(a, b));

/** The demand met last; one of unknown time comes after all others. */
const slowest = (reached: readonly Demand[]): Demand | undefined =>
  reached.reduce<Demand | undefined>((worst, demand) => {
    const time = ({ way }: Demand) => way?.latency ?? Number.POSITIVE_INFINITY;
    return worst === undefined || time(demand) > time(worst) ? demand : worst;
  }, undefined);

/** Rows of `fact_reach`. */
export const reachRows = ({ demands, places, files }: Basis): Row[] =>
  byGiver(demands).map((group) => {
    const { field, from } = group[0]!;
    const reached = group.filter(({ way }) => way !== undefined);
    const last = slowest(reached);
    return {
      field,
      system_id: from,
      holders: group.length,
      reached: reached.length,
      in_time: group.filter(({ met }) => met).length,
      unreached: group.flatMap(({ way, to }) => (way ? [] : [to])).join('|') || null,
      slowest_to: last?.to ?? null,
      slowest_s: last?.way?.latency ?? null,
      latest_s: largest(reached.map(({ latest }) => latest)),
      evidence: renderEvidence(places.changing(from, field), files),
    };
  });
