import type { Roadmap } from '../../model/roadmap-report.js';
import { groupDigits } from '../../text/numbers.js';
import { type DocumentSection, tableOf } from '../document/section.js';
import { spanOf } from './words.js';

type Carried = Roadmap['carried'];

const carriedRows: readonly [string, (one: Carried) => string][] = [
  [
    'Changes of a choice that arrive in time',
    ({ met, demands }) => `${groupDigits(met)} of ${groupDigits(demands)}`,
  ],
  ['Slowest way', ({ worst_latency_s: worst }) => spanOf(worst)],
  ['Flows on the longest way', ({ max_hops: hops }) => groupDigits(hops)],
  ['Systems that some way cannot do without', ({ single_points: points }) => groupDigits(points)],
  ['Ways that make a choice its opposite', ({ turned }) => groupDigits(turned)],
];

/** How choices get about today, and under each of some futures. */
export function carriedOf(
  today: Carried,
  futures: readonly (readonly [name: string, carried: Carried])[],
): DocumentSection['tables'] {
  const columns = [today, ...futures.map(([, carried]) => carried)];
  return tableOf({
    caption: 'How choices get about',
    heads: ['', 'Today', ...futures.map(([name]) => name)],
    rows: futures.length === 0 ? [] : carriedRows.map(([name, cell]) => [name, ...columns.map(cell)]),
    numeric: columns.map((_, i) => i + 1),
  });
}
