import { renderSeconds } from '../../text/numbers.js';
import type { Direction, Link } from '../silo-links.js';
import type { Table } from './picture.js';

const speed = ({ flows, latency_s }: Direction): string =>
  flows === 0 ? 'no flow' : latency_s === null ? 'unknown' : renderSeconds(latency_s);

/** Every link in both directions, in the order of names. */
export function siloTable(links: readonly Link[], name: (id: string) => string): Table {
  const rows = links.flatMap(({ a, b, there, back }) =>
    (
      [
        [a, b, there],
        [b, a, back],
      ] as const
    ).flatMap(([from, to, way]) =>
      way.flows + way.unmet.length === 0
        ? []
        : [[name(from), name(to), way.flows, way.fields.length, speed(way), way.unmet.join(', ')]],
    ),
  );
  return {
    caption: 'What goes between the groups',
    heads: ['From', 'To', 'Flows', 'Fields', 'Quickest', 'Changes that do not arrive in time'],
    rows,
    numeric: [2, 3],
  };
}
