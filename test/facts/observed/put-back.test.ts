import { describe, expect, it } from 'vitest';
import { resolveIdentity } from '../../../src/facts/identity/index.js';
import { type Affected, lookups } from '../../../src/facts/lookup/index.js';
import { computePutBack } from '../../../src/facts/observed/put-back.js';
import { tables } from '../../../src/model/tables/index.js';
import type { Row } from '../../../src/store/store.js';
import { contextOf } from '../context.js';
import { flows } from '../preferences/world.js';
import { storeWith } from '../store.js';

const systems = ['core', 'desk', 'bureau', 'mail'];
const [old, corrected] = ['1 Old Lane', '2 New Road'];
const post = 'contact.postal_address';
const day = (date: string): string => `${date}T00:00:00Z`;

/** What a system's customer file says of a person today. */
const has = (system_id: string, address: string, updated_at: string | null = null, person = 'p'): Row => ({
  system_id,
  subject_key: person,
  key_type: 'customer_no',
  address,
  updated_at: updated_at && day(updated_at),
});

/** A difference between two exports, with when the record before says that it was written. */
const turned = (
  system_id: string,
  before: string,
  after: string,
  by: string,
  written: string | null = null,
): Row => ({
  table_name: 'customers',
  change: 'changed',
  system_id,
  subject_key: 'p',
  key_type: 'customer_no',
  kind: post,
  before,
  after,
  changed_after: day('2026-01-01'),
  changed_before: day(by),
  before_at: written && day(written),
  _source: tables.findIndex(({ name }) => name === 'customers') + 1,
  _row: 2,
});
const went = (value: string, from: string, system_id = 'core', field = post): Row => ({
  system_id,
  subject_key: 'p',
  field,
  value,
  valid_from: day(from),
});

interface World {
  readonly customers: readonly Row[];
  readonly changes?: readonly Row[];
  readonly master_values?: readonly Row[];
}

async function putBackIn({ changes = [], ...tables }: World, ...ways: string[]): Promise<Row[]> {
  const store = await storeWith({
    systems: systems.map((id) => ({ system_id: id, name: id, silo_id: 's' })),
    ...tables,
    ...flows(...ways),
  });
  for (const row of changes) await store.insert('std_changes', Object.keys(row), [Object.values(row)]);
  const context = await contextOf(store, {
    identity: { shared_keys: [{ key_type: 'customer_no', systems }] },
  });
  await resolveIdentity(store, context.config);
  await computePutBack(store, context, { putBack: [], pairs: new Map() });
  const rows = await store.all('SELECT * FROM fact_details_put_back ORDER BY system_id, field');
  for (const row of rows) {
    const listed: Affected[] = [];
    const subject = `system:${row.system_id}/${row.field}`;
    for await (const some of lookups.putBack!(store, subject, {})) listed.push(...some);
    expect(listed).toHaveLength(1);
  }
  store.close();
  return rows;
}

const thereAndBack = [
  turned('core', old, corrected, '2026-02-01'),
  turned('core', corrected, old, '2026-03-01'),
];

describe('a corrected detail that took its old value again', () => {
  it('is put back by the flow whose giver had that value all along', async () => {
    const world = { customers: [has('core', old), has('bureau', old)], changes: thereAndBack };
    expect(await putBackIn(world, `bureau>core ${post}`, `mail>core ${post}`)).toMatchObject([
      {
        system_id: 'core',
        field: post,
        flows: 'f0',
        givers: 'bureau',
        corrected_in: 'core',
        persons: 1,
        persons_of: 1,
        fed: 1,
        last_day: '2026-03-01',
      },
    ]);
  });

  it('is told without a flow where none has it', async () => {
    const world = { customers: [has('core', old)], changes: thereAndBack };
    expect(await putBackIn(world)).toMatchObject([{ flows: null, givers: null, persons: 1, fed: 0 }]);
  });

  it('may have been corrected elsewhere, where it still stands', async () => {
    const customers = [has('desk', corrected), has('core', old), has('bureau', old)];
    const changes = [
      turned('desk', old, corrected, '2026-02-01'),
      turned('core', corrected, old, '2026-03-01'),
    ];
    expect(await putBackIn({ customers, changes }, `bureau>core ${post}`)).toMatchObject([
      { system_id: 'core', corrected_in: 'desk', fed: 1 },
    ]);
  });

  it('is seen in two exports where it had been written after what the giver has', async () => {
    const changes = [turned('desk', corrected, old, '2026-03-01', '2026-02-10')];
    const customers = [has('desk', old), has('core', old, '2024-05-01')];
    expect(await putBackIn({ customers, changes }, `core>desk ${post}`)).toMatchObject([
      { system_id: 'desk', flows: 'f0', corrected_in: 'desk' },
    ]);
  });

  it('is read from a history of values, whatever the field', async () => {
    const name = 'person.name';
    const values = [
      went('Ann Smyth', '2024-01-01', 'core', name),
      went('Anne Smith', '2026-01-10', 'core', name),
      went('SMYTH, Ann', '2026-02-01', 'core', name),
    ];
    const found = await putBackIn({ customers: [has('core', old)], master_values: values });
    expect(found).toMatchObject([{ field: name, persons: 1 }]);
  });
});

/** Each of somebody else, in one estate. */
const quiet: Readonly<Record<string, World>> = {
  'a move that was never taken back': {
    customers: [has('core', corrected), has('bureau', old)],
    changes: [turned('core', old, corrected, '2026-02-01')],
  },
  'a change that the giver made itself': {
    customers: [has('desk', old), has('core', old)],
    changes: [
      turned('desk', corrected, old, '2026-03-01', '2026-02-10'),
      turned('core', corrected, old, '2026-02-20', '2023-01-01'),
    ],
  },
  'a copy that is older than what the giver has': {
    customers: [has('desk', old), has('core', old, '2026-02-20')],
    changes: [turned('desk', corrected, old, '2026-03-01', '2023-01-01')],
  },
  'another spelling of the same': {
    customers: [has('core', old)],
    changes: [
      turned('core', old, '1, old lane', '2026-02-01'),
      turned('core', '1, old lane', old, '2026-03-01'),
    ],
  },
};

it('is none of these', async () => {
  const of = (pick: (world: World) => readonly Row[]) =>
    Object.entries(quiet).flatMap(([subject_key, world]) =>
      pick(world).map((row) => ({ ...row, subject_key })),
    );
  const world = { customers: of(({ customers }) => customers), changes: of(({ changes }) => changes ?? []) };
  expect(world.changes).toHaveLength(6);
  expect(await putBackIn(world, `bureau>core ${post}`, `core>desk ${post}`)).toEqual([]);
});
