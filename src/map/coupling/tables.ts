import { countOf } from '../../report/parts/shares.js';
import { groupDigits, renderPercentage } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import type { Table } from '../pictures/picture.js';
import { exchangeBySilo } from './exchange.js';
import { type Coupling, startCount } from './measure.js';

/** A silo, how much of its exchange stays inside, and in which groups its systems are found. */
export interface SiloLine {
  readonly silo: string;
  readonly systems: number;
  readonly inside: number;
  readonly across: number;
  readonly groups: readonly { readonly group: number; readonly systems: number }[];
}

/** Every silo that takes part, by id. */
export function siloLines({ exchange, groups }: Coupling): SiloLine[] {
  const bySilo = exchangeBySilo(exchange);
  return exchange.silos.map((silo, place) => {
    const members = [...groups.keys()].filter((node) => exchange.declared[node] === place);
    const sum = (of: (node: number) => number): number => members.reduce((all, node) => all + of(node), 0);
    // A tie inside is seen from both of its ends.
    const inside = sum((node) => bySilo[node]![place]!) / 2;
    const across = sum((node) => bySilo[node]!.reduce((all, one) => all + one, 0)) - 2 * inside;
    const found = [...new Set(members.map((node) => groups[node]!))].sort((a, b) => a - b);
    const inGroup = (group: number) => members.filter((node) => groups[node] === group).length;
    return {
      silo,
      systems: members.length,
      inside,
      across,
      groups: found.map((group) => ({ group: group + 1, systems: inGroup(group) })),
    };
  });
}

const misplacedTable = (atlas: Atlas, { misplaced }: Coupling): Table => ({
  caption: 'Systems that exchange more with another silo than with their own',
  heads: [
    'System',
    'Declared silo',
    'Exchanges most with',
    'Fields with it',
    'Fields at home',
    'Starts that agree',
  ],
  rows: misplaced.map((one) => [
    one.system.name,
    atlas.siloOf(one.system.system_id),
    atlas.siloName(one.with),
    groupDigits(one.fieldsWith),
    groupDigits(one.fieldsOwn),
    `${one.starts} of ${startCount}`,
  ]),
  numeric: [3, 4, 5],
});

/** Flows of one system shown in words; data has them all. */
const mostFlows = 2;

const flowTable = (atlas: Atlas, { misplaced }: Coupling): Table => ({
  caption: 'Flows behind it, of each system the two with most fields',
  heads: ['System', 'Gives or gets', 'Fields', 'Flow', 'File and row'],
  rows: misplaced.flatMap(({ system, flows }) =>
    flows
      .slice(0, mostFlows)
      .map(({ flow, weight }) => [
        system.name,
        flow.from === system.system_id
          ? `to ${atlas.system(flow.to).name}`
          : `from ${atlas.system(flow.from).name}`,
        groupDigits(weight),
        flow.flow_id,
        flow.place === null ? '' : `${flow.place.file}:${flow.place.row}`,
      ]),
  ),
  numeric: [2],
});

const siloTable = (atlas: Atlas, coupling: Coupling): Table => ({
  caption: 'Silos as declared, and the groups their systems are found in',
  heads: ['Silo', 'Systems', 'Fields inside', 'Fields across', 'Inside', 'Found in'],
  rows: siloLines(coupling).map(({ silo, systems, inside, across, groups }) => [
    atlas.siloName(silo),
    systems,
    groupDigits(inside),
    groupDigits(across),
    renderPercentage(inside, inside + across),
    groups.map(({ group, systems }) => `group ${group}: ${systems}`).join(', '),
  ]),
  numeric: [1, 2, 3, 4],
});

/** Silos of each group as `Cards 5, Loans 2`, the strongest first. */
export function silosOfGroup(atlas: Atlas, coupling: Coupling, group: number): string[] {
  return siloLines(coupling)
    .map(({ silo, groups }) => [silo, groups.find((one) => one.group === group)?.systems ?? 0] as const)
    .filter(([, systems]) => systems > 0)
    .sort(([, x], [, y]) => y - x)
    .map(([silo, systems]) => `${atlas.siloName(silo)} ${systems}`);
}

const groupTable = (atlas: Atlas, coupling: Coupling): Table => ({
  caption: 'Groups in which data is exchanged',
  heads: ['Group', 'Systems', 'From the silos'],
  rows: [...new Set(coupling.groups)]
    .sort((a, b) => a - b)
    .map((group) => [
      `group ${group + 1}`,
      coupling.groups.filter((own) => own === group).length,
      silosOfGroup(atlas, coupling, group + 1).join(', '),
    ]),
  numeric: [1],
});

/** What the answer shows in rows. */
export const couplingTables = (atlas: Atlas, coupling: Coupling): Table[] =>
  [misplacedTable, flowTable, siloTable, groupTable]
    .map((table) => table(atlas, coupling))
    .filter(({ rows }) => rows.length > 0);

/** What took no part, in words; nothing where everything did. */
export function leftOut({ exchange: { idle, outside, unnamed } }: Coupling): string[] {
  const parts = [
    ...(idle.length > 0
      ? [
          `${countOf(idle.length, 'system')} that ${idle.length === 1 ? 'exchanges' : 'exchange'} nothing with a system of a silo`,
        ]
      : []),
    ...(outside > 0 ? [`${countOf(outside, 'flow')} from or to what stands in no silo`] : []),
  ];
  return [
    ...(parts.length > 0 ? [`Left out: ${parts.join('; ')}.`] : []),
    ...(unnamed > 0
      ? [
          unnamed === 1
            ? '1 flow of unknown fields counts as one field.'
            : `${groupDigits(unnamed)} flows of unknown fields count as one field each.`,
        ]
      : []),
  ];
}
