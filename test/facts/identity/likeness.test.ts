import { describe, expect, it } from 'vitest';
import { resolveIdentity } from '../../../src/facts/identity/index.js';
import type { Row } from '../../../src/store/store.js';
import { makeWorld } from '../../linkage/world/worlds.js';
import { configWith } from '../context.js';
import { storeWith } from '../store.js';

const world = makeWorld('bank', 11, 0.12);
/** Two systems that state names, dates and addresses, and no address by which a key could be made. */
const customers: Row[] = world.records
  .filter(({ source }) => source < 2)
  .map(({ source, values }, i) => ({
    system_id: source === 0 ? 'core' : 'crm',
    key_type: 'customer_no',
    subject_key: String(i),
    given_name: values.given_name || null,
    family_name: values.family_name || null,
    date_of_birth: /^\d{4}-(0\d|1[0-2])-[012]\d$/.test(values.date_of_birth) ? values.date_of_birth : null,
    address: values.street ? `${values.street} ${values.street_number}` : null,
    city: values.city || null,
    postcode: values.postcode || null,
  }));
const personOf = world.records.filter(({ source }) => source < 2).map(({ person }) => person);

interface Found {
  readonly joined: readonly (readonly [number, number])[];
  readonly bands: readonly string[];
}

async function resolve(settings: Record<string, unknown> = {}, systems: Row[] = []): Promise<Found> {
  const store = await storeWith({ customers, systems });
  await resolveIdentity(store, configWith(settings));
  const pairs = await store.all<{ a: string; b: string }>(`
    SELECT a.subject_key AS a, b.subject_key AS b FROM work_persons a
    JOIN work_persons b ON b.person_id = a.person_id AND CAST(a.subject_key AS INTEGER) < CAST(b.subject_key AS INTEGER)
    ORDER BY a, b`);
  const bands = await store.all<{ band: string }>(
    "SELECT DISTINCT band || ' ' || basis || ' ' || certain AS band FROM work_persons ORDER BY band",
  );
  store.close();
  return {
    joined: pairs.map(({ a, b }) => [Number(a), Number(b)]),
    bands: bands.map(({ band }) => band),
  };
}

describe('persons whom no key joins', () => {
  it('are likely one where names, dates and addresses nearly agree', async () => {
    const { joined, bands } = await resolve();
    const right = joined.filter(([a, b]) => personOf[a] === personOf[b]).length;
    const all = new Map<number, number>();
    for (const person of personOf) all.set(person, (all.get(person) ?? 0) + 1);
    const there = [...all.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
    expect(right / joined.length).toBeGreaterThan(0.92);
    expect(right / there).toBeGreaterThan(0.6);
    expect(bands).toEqual(['certain key true', 'likely likeness false']);
  });

  it('stay apart where unsilo.yaml says so', async () => {
    const { joined, bands } = await resolve({ identity: { probabilistic: false } });
    expect(joined).toEqual([]);
    expect(bands).toEqual(['certain key true']);
  });

  it('never join within a system that holds everybody once', async () => {
    const one = { system_id: 'core', name: 'core', silo_id: 'core', deduplicated: true };
    const { joined } = await resolve({}, [one, { ...one, system_id: 'crm' }]);
    const systemOf = customers.map(({ system_id }) => system_id);
    expect(joined.length).toBeGreaterThan(0);
    expect(joined.filter(([a, b]) => systemOf[a] === systemOf[b])).toEqual([]);
  });
});
