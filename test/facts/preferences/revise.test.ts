import { describe, expect, it } from 'vitest';
import { computeFacts } from '../../../src/facts/index.js';
import type { Row, Store } from '../../../src/store/store.js';
import { configWith } from '../context.js';
import { storeWith } from '../store.js';
import { consent, flows } from './world.js';

const email = 'preference.consent.email';
const systems = ['core', 'mail'];
const person = (n: number): { subject_key: string } => ({ subject_key: `p${String(n).padStart(2, '0')}` });
const many = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Everybody said yes to the mail tool long ago and no in core in March. */
const before = many(40).map((n) => consent('mail', 'opt_in', '2025-01-01', person(n)));
const changes = many(40).map((n) => consent('core', 'opt_out', '2026-03-01', person(n)));
const copies = (day: string, value: string, persons: readonly number[]): Row[] =>
  persons.map((n) =>
    consent('mail', value, day, {
      ...person(n),
      strength: 'imported',
      origin_system: 'core',
    }),
  );

const inventory = {
  systems: systems.map((id) => ({ system_id: id, name: id, silo_id: 's' })),
  system_fields: systems.map((id) => ({ system_id: id, field: email, role: 'collects' })),
  ...flows('mail>core contact.email'),
};

async function factsOf(
  preferences: Row[],
  settings: Record<string, unknown> = {},
  tables: Record<string, Row[]> = {},
): Promise<Store> {
  const store = await storeWith({ ...inventory, ...tables, preferences });
  const identity = { shared_keys: [{ key_type: 'customer_no', systems }] };
  const config = configWith({ identity, ...settings });
  await computeFacts(store, { config, asOf: '2026-06-30T00:00:00.000Z' });
  return store;
}

const causes = `SELECT class, cause, sum(persons) AS persons FROM fact_preference_conflicts
  GROUP BY class, cause ORDER BY class, cause`;
const worlds = 'SELECT world, changes, arrived FROM fact_preference_arrivals ORDER BY world';

describe('a way that the inventory does not have', () => {
  it('is not what is missing where changes are seen to arrive', async () => {
    const store = await factsOf([
      ...before.slice(36),
      ...copies('2026-03-02', 'opt_out', many(36)),
      ...changes,
    ]);
    expect(await store.all(causes)).toEqual([{ class: 'hard', cause: 'lost', persons: 4 }]);
    expect(await store.all(worlds)).toEqual([{ world: 'present', changes: 40, arrived: 36 }]);
    const totals =
      'SELECT cause, causes, persons, days_p50, days_p90, days_max FROM fact_preference_pairs ORDER BY cause';
    expect(await store.all(totals)).toEqual([
      { cause: 'lost', causes: 'lost 4', persons: 4, days_p50: 120, days_p90: 120, days_max: 120 },
    ]);
    store.close();
  });

  it('turns values round where the opposite is seen to arrive', async () => {
    const store = await factsOf([...copies('2026-03-02', 'opt_in', many(40)), ...changes]);
    expect(await store.all(causes)).toEqual([{ class: 'hard', cause: 'mapping_wrong', persons: 40 }]);
    store.close();
  });

  it.each([
    {
      title: 'most opposites came on the day of the change',
      count: 6,
      day: '2026-03-01',
      cause: 'mapping_wrong',
    },
    { title: 'few did', count: 3, day: '2026-03-01', cause: 'one_way' },
    { title: 'they had been said long before', count: 6, day: '2025-09-01', cause: 'one_way' },
  ])('is judged where copies look like choices made there: $title', async ({ count, day, cause }) => {
    const times = { time_quality: 'day' };
    const held = many(count).map((n) => consent('mail', 'opt_in', day, { ...person(n), ...times }));
    const store = await factsOf([...held, ...changes.slice(0, count).map((row) => ({ ...row, ...times }))]);
    expect(await store.all(causes)).toEqual([{ class: 'hard', cause, persons: count }]);
    store.close();
  });

  it('is missing where nothing is seen to arrive, and where too little can be seen', async () => {
    const silent = await factsOf([...before, ...changes]);
    expect(await silent.all(causes)).toEqual([{ class: 'hard', cause: 'one_way', persons: 40 }]);
    expect(await silent.all(worlds)).toEqual([{ world: 'absent', changes: 40, arrived: 0 }]);
    silent.close();
    const few = await factsOf([...before.slice(0, 3), ...changes.slice(0, 3)]);
    expect((await few.all<{ world: string }>(worlds)).map(({ world }) => world)).toEqual(['open']);
    few.close();
  });

  it('is not there where unsilo.yaml says that the inventory is complete', async () => {
    const store = await factsOf([...before.slice(0, 3), ...changes.slice(0, 3)], { inventory: 'complete' });
    expect((await store.all<{ world: string }>(worlds)).map(({ world }) => world)).toEqual(['closed']);
    store.close();
  });
});

/** Copies in the mail tool: of how many of the forty, and how many days after the change. */
type Came = readonly [count: number, days: number];

const after = (days: number): string =>
  new Date(Date.UTC(2026, 2, 1 + days)).toISOString().slice(0, 'yyyy-mm-dd'.length);

/** Copies of the first persons' changes, and somebody who said no some days before the audit. */
function arriving(came: readonly Came[], waiting: number): Row[] {
  const days = came.flatMap(([count, late]) => many(count).map(() => late));
  const last = { ...person(40) };
  return [
    ...before.slice(days.length),
    ...days.flatMap((late, n) => copies(after(late), 'opt_out', [n])),
    ...changes,
    consent('mail', 'opt_in', '2025-01-01', last),
    consent('core', 'opt_out', after(121 - waiting), last),
  ];
}

const unmapped = flows('core>mail contact.email');
const undeclared = flows('mail>core contact.email');

const inTime: {
  title: string;
  way: Record<string, Row[]>;
  came: readonly Came[];
  waiting: number;
  causes: readonly string[];
}[] = [
  {
    title:
      'comes within the agreed time by a way that leaves the field out: the way has it, and lost the rest',
    way: unmapped,
    came: [[12, 1]],
    waiting: 100,
    causes: ['lost 29'],
  },
  {
    title: 'comes months later: people said the same twice, and the way leaves the field out',
    way: unmapped,
    came: [[12, 80]],
    waiting: 100,
    causes: ['field_not_mapped 29'],
  },
  {
    title: 'comes in time for one in ten, which may be accident',
    way: unmapped,
    came: [[4, 1]],
    waiting: 100,
    causes: ['field_not_mapped 37'],
  },
  {
    title: 'comes in time for some where no way is declared: there is one',
    way: undeclared,
    came: [[12, 1]],
    waiting: 100,
    causes: ['lost 29'],
  },
  {
    title: 'waits no longer than the longest that kept the agreed time: in flight',
    way: undeclared,
    came: [
      [38, 1],
      [1, 8],
    ],
    waiting: 6,
    causes: ['in_flight 1', 'lost 1'],
  },
  {
    title: 'waits as long as one that just missed the slowest that came: in flight',
    way: undeclared,
    came: [[39, 1]],
    waiting: 2,
    causes: ['in_flight 1', 'lost 1'],
  },
  {
    title: 'waits longer than any that came: lost',
    way: undeclared,
    came: [[39, 1]],
    waiting: 6,
    causes: ['lost 2'],
  },
  {
    title: 'waits within the agreed time, and one came later than that: in flight',
    way: undeclared,
    came: [
      [38, 1],
      [1, 40],
    ],
    waiting: 9,
    causes: ['in_flight 1', 'lost 1'],
  },
  {
    title: 'waits longer than agreed, whatever came later still: lost',
    way: undeclared,
    came: [
      [38, 1],
      [1, 40],
    ],
    waiting: 12,
    causes: ['lost 2'],
  },
  {
    title: 'waits longer than agreed where nine of ten take longer still: too slow',
    way: undeclared,
    came: [[39, 20]],
    waiting: 12,
    causes: ['lost 1', 'too_slow 1'],
  },
];

describe('a change that', () => {
  it.each(inTime)('$title', async ({ way, came, waiting, causes: expected }) => {
    const store = await factsOf(arriving(came, waiting), { agreed_time: 'P10D' }, way);
    const found = await store.all<{ cause: string; persons: number }>(causes);
    expect(found.map(({ cause, persons }) => `${cause} ${persons}`)).toEqual(expected);
    store.close();
  });
});

describe('copies without times', () => {
  it('show that changes arrive, not how soon: what is younger than agreed may be on its way', async () => {
    const untimed = { valid_from: null, recorded_at: null, time_quality: 'export_only' };
    const copied = copies('2026-03-02', 'opt_out', many(36)).map((row) => ({ ...row, ...untimed }));
    const store = await factsOf([...copied, ...arriving([], 6).slice(36)], { agreed_time: 'P10D' }, unmapped);
    expect(await store.all(causes)).toEqual([
      { class: 'hard', cause: 'field_not_mapped', persons: 4 },
      { class: 'hard', cause: 'in_flight', persons: 1 },
    ]);
    store.close();
  });
});

describe('how long persons have waited', () => {
  it('is told by the days within which half, nine of ten and all of them did', async () => {
    const days = ['2026-06-01', '2026-05-01', '2026-04-01', '2026-03-01', '2026-02-01'];
    const said = many(5).map((n) => consent('core', 'opt_out', days[n]!, person(n)));
    const store = await factsOf([...before.slice(0, 5), ...said]);
    const rows = await store.all(
      'SELECT cause, whole, persons, p50_days, p90_days, max_days FROM fact_preference_waits ORDER BY whole',
    );
    const waits = { persons: 5, p50_days: 89, p90_days: 148, max_days: 148 };
    expect(rows).toEqual([
      { cause: 'one_way', whole: false, ...waits },
      { cause: null, whole: true, ...waits },
    ]);
    store.close();
  });
});
