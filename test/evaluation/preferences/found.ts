import { withRun } from '../../../src/app/run-stages.js';

/** A conflict of one person as an audit found it; `person` by the owners of the records that were joined. */
export interface Claim {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly cause: string | null;
  readonly person: number;
  /** Every record behind it is linked for certain. */
  readonly isCertain: boolean;
}

/** Classes of which the generator has labels. */
const rules: Readonly<Record<string, string>> = {
  violation: 'preference/sent-after-opt-out',
  not_carried_over: 'preference/not-carried-over',
  hard: 'preference/opposite-choice',
  stale: 'preference/stale-copy',
  scope: 'preference/parent-deny-child-allow',
  default: 'preference/default-vs-explicit',
};

type Row = {
  class: string;
  from_system_id: string;
  to_system_id: string;
  field: string;
  cause: string | null;
  person_id: number;
  certain: boolean;
};
type Known = { person_id: number; place: string };

/** One of the records' owners; -2 when the records are of several people. */
function ownerOf(places: readonly string[], owners: ReadonlyMap<string, number>): number {
  const known = new Set(places.map((place) => owners.get(place) ?? -1).filter((owner) => owner >= 0));
  return known.size === 1 ? [...known][0]! : known.size === 0 ? -1 : -2;
}

/** Audits the folder and lists who is in conflict between whom. */
export const claimsOf = (dir: string, owners: ReadonlyMap<string, number>): Promise<Claim[]> =>
  withRun(
    { dir },
    () => {},
    async ({ store }) => {
      const conflicts = await store.all<Row>(
        `SELECT p.class, p.from_system_id, p.to_system_id, p.field, c.cause, c.person_id,
              coalesce((SELECT bool_and(w.certain) FROM work_persons w WHERE w.person_id = c.person_id
                AND w.system_id IN (p.from_system_id, p.to_system_id)), true) AS certain
       FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
       WHERE p.class = 'violation' OR c.cause IS NULL OR c.cause <> 'in_flight' ORDER BY ALL`,
      );
      const known = await store.all<Known>(
        `SELECT person_id, system_id || ' ' || subject_key AS place FROM work_persons ORDER BY ALL`,
      );
      const places = new Map<number, string[]>();
      for (const { person_id, place } of known) {
        const mine = places.get(person_id);
        if (mine) mine.push(place);
        else places.set(person_id, [place]);
      }
      return conflicts.map((row) => {
        const ends = [row.from_system_id, row.to_system_id];
        const mine = (places.get(row.person_id) ?? []).filter((place) => ends.includes(place.split(' ')[0]!));
        return {
          rule: rules[row.class] ?? `preference/${row.class}`,
          from: row.from_system_id,
          to: row.to_system_id,
          field: row.field,
          cause: row.cause,
          person: ownerOf(mine, owners),
          isCertain: row.certain,
        };
      });
    },
  );

const labelled = new Set(Object.values(rules));

/** The generator has labels of such a conflict. */
export const isLabelled = ({ rule, field }: Claim): boolean =>
  labelled.has(rule) && field.startsWith('preference.');
