import { readSystems } from '../report/parts/subject.js';
import { compareText } from '../text/compare.js';
import type { Atlas } from './estate.js';

/** A number about every silo; more is worse unless it only says how large something is. */
export interface Measure {
  readonly title: string;
  readonly explains: string;
  readonly isSize?: boolean;
}

export interface SiloRow {
  readonly silo: string;
  readonly name: string;
  /** In the order of `measures`; null where it was not measured. */
  readonly values: readonly (number | null)[];
}

export const measures: readonly Measure[] = [
  { title: 'Systems', explains: 'systems of the silo', isSize: true },
  { title: 'Persons', explains: 'customers known in its largest system', isSize: true },
  { title: 'Persons in conflict', explains: 'distinct persons about whose choices its systems are wrong' },
  { title: 'Grave findings', explains: 'findings of severity critical or high it takes part in' },
  {
    title: 'Changes that do not arrive',
    explains: 'systems and fields of it that must hear of a change and do not in time',
  },
  { title: 'Outcomes that do not come back', explains: 'feedback its systems must get and do not' },
  { title: 'Flows by hand or file', explains: 'flows into it that need somebody or a file' },
  { title: 'Flows of unknown speed', explains: 'flows into it whose latency nobody states' },
];

type Tally = Map<string, number>;
const add = (tally: Tally, key: string): void => void tally.set(key, (tally.get(key) ?? 0) + 1);

function tallies(atlas: Atlas): readonly Tally[] {
  const silo = (id: string): string => atlas.siloOf(id);
  const [grave, unmet, loops, hand, unknown] = [0, 1, 2, 3, 4].map(() => new Map<string, number>()) as [
    Tally,
    Tally,
    Tally,
    Tally,
    Tally,
  ];
  for (const finding of atlas.findings.filter(
    ({ severity }) => severity === 'critical' || severity === 'high',
  ))
    for (const name of new Set([...finding.path, ...readSystems(finding.subject)].map(silo)))
      add(grave, name);
  for (const { to, met } of atlas.demands) if (!met) add(unmet, silo(to));
  for (const { to, present } of atlas.loops) if (!present) add(loops, silo(to));
  for (const { to, mechanism, latency_s } of atlas.flows) {
    if (mechanism === 'manual' || mechanism === 'file') add(hand, silo(to));
    if (latency_s === null) add(unknown, silo(to));
  }
  return [grave, unmet, loops, hand, unknown];
}

/** Every silo with its measures, the one with most persons in conflict and most grave findings first. */
export function measureSilos(atlas: Atlas): SiloRow[] {
  const systems = new Map<string, number>();
  const persons = new Map<string, number>();
  const ids = new Map<string, string>();
  for (const system of atlas.map.systems) {
    const name = atlas.siloName(system.silo_id);
    ids.set(name, system.silo_id);
    add(systems, name);
    if (system.persons !== null) persons.set(name, Math.max(persons.get(name) ?? 0, system.persons));
  }
  const counted = tallies(atlas);
  const audited = atlas.persons > 0;
  return [...systems]
    .map(([name, count]) => ({
      silo: ids.get(name)!,
      name,
      values: [
        count,
        persons.get(name) ?? null,
        audited ? (atlas.inConflict.get(name) ?? 0) : null,
        ...counted.map((tally) => tally.get(name) ?? 0),
      ],
    }))
    .sort(
      (a, b) =>
        (b.values[2] ?? 0) - (a.values[2] ?? 0) ||
        (b.values[3] ?? 0) - (a.values[3] ?? 0) ||
        (b.values[4] ?? 0) - (a.values[4] ?? 0) ||
        compareText(a.name, b.name),
    );
}
