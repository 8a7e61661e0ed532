import { describe, expect, test } from 'vitest';
import { createJudge } from '../../../../src/facts/lookup/person/decide.js';
import { type Held, readTargets, recordsOf } from '../../../../src/facts/lookup/person/records.js';
import { type Cell, coverage, weigh } from '../../../../src/facts/lookup/person/weigh.js';
import type { PolicyName } from '../../../../src/model/enums.js';
import type { Store } from '../../../../src/store/store.js';
import { factsOf } from '../../preferences/world.js';
import { population } from './population.js';

const asOf = '2026-06-30T00:00:00.000Z';
const tolerance = 300_000;

/** Who is at odds with what all chose, as `person system channel`, by the facts of all persons at once. */
async function byFacts(store: Store): Promise<string[]> {
  const rows = await store.all<{ line: string }>(`
    SELECT DISTINCT c.person_id || ' ' || p.to_system_id || ' ' || replace(p.carrier, 'preference.consent.', '') AS line
    FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
    WHERE p.class IN ('hard', 'stale', 'default', 'scope') AND p.from_system_id <> p.to_system_id
      AND p.field <> 'preference.consent' ORDER BY line`);
  return rows.map(({ line }) => line);
}

const disputes = (person: number, cells: readonly Cell[]): string[] =>
  cells.flatMap(({ own, pooled, targets }) =>
    [...own].flatMap(([system, decision]) =>
      pooled !== undefined && decision.denied !== pooled.denied
        ? targets.map(({ channel }) => `${person} ${system} ${channel}`)
        : [],
    ),
  );

/** The same, one person at a time. */
async function byWeighing(store: Store, policy: PolicyName): Promise<string[]> {
  const { all } = await readTargets(store);
  const weighing = {
    targets: all,
    covered: coverage(all),
    judge: createJudge(policy, tolerance, () => new Map()),
  };
  const held = await store.all<Held>(recordsOf('SELECT person_id FROM work_persons', asOf));
  const persons = new Map<number, Held[]>();
  for (const one of held.filter(({ kind, counts }) => kind === 'consent' && counts))
    persons.set(one.person_id, [...(persons.get(one.person_id) ?? []), one]);
  const lines = [...persons].flatMap(([person, own]) => disputes(person, weigh(own, weighing)));
  return [...new Set(lines)].sort();
}

describe.each<PolicyName>(['default', 'latest', 'restrictive', 'specific'])(
  'under the policy %s',
  (policy) => {
    test('one person at a time is weighed as the facts weigh all at once', async () => {
      const store = await factsOf(population(7, 80), { policy });
      const [facts, weighed] = [await byFacts(store), await byWeighing(store, policy)];
      store.close();
      expect(facts.length).toBeGreaterThan(15);
      expect(facts.filter((line) => !weighed.includes(line))).toEqual([]);
    });
  },
);
