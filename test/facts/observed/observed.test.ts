import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { consent } from '../preferences/world.js';
import { copies, dayOf, defaults, email, observedOf, people } from './world.js';

/** One question to the facts of these records. */
async function ask(sql: string, ...world: Parameters<typeof observedOf>): Promise<Row[]> {
  const store = await observedOf(...world);
  const rows = await store.all(sql);
  store.close();
  return rows;
}

const ways = `SELECT from_system_id || '>' || to_system_id AS way, declared, changes, arrived, already, overwritten
  FROM fact_observed_ways ORDER BY way`;
const broken = 'SELECT flow_id, fault, changes, arrived, fields FROM fact_broken_flows ORDER BY flow_id';
const undeclared = `SELECT from_system_id || '>' || to_system_id AS way, givers, receivers, changes, arrived, median_s
  FROM fact_undeclared_flows ORDER BY way`;

describe('what records show of ways', () => {
  it('is whether changes in one system are found in another, with the interval of the share', async () => {
    const [row] = await ask(
      'SELECT * FROM fact_observed_ways ORDER BY 1, 2, 3',
      [...people(20, 'branch'), ...defaults(20, 'mail').slice(0, 5), ...copies(15, 'mail', 1, {}, 5)],
      [`branch>mail ${email} PT24H`],
    );
    expect(row).toEqual({
      field: email,
      from_system_id: 'branch',
      to_system_id: 'mail',
      declared: true,
      changes: 20,
      arrived: 15,
      share_low: '0.5313',
      share_high: '0.8881',
      already: 0,
      turned: 0,
      overwritten: 0,
      path: 'branch|mail',
      evidence: '[{"file":"preferences.csv","row":2},{"file":"preferences.csv","row":22}]',
    });
  });

  it('leaves out what the receiver had before, which shows nothing', async () => {
    const before = copies(8, 'mail', -400);
    expect(await ask(ways, [...people(8, 'branch'), ...before], [`branch>mail ${email}`])).toEqual([
      { way: 'branch>mail', declared: true, changes: 0, arrived: 0, already: 8, overwritten: 0 },
    ]);
  });

  it('takes the system that spoke first for the origin, and copies marked as explicit for copies', async () => {
    const said = [...people(12, 'branch'), ...copies(12, 'mail', 1, { strength: 'explicit' })];
    const rows = await ask(ways, said, [`branch>mail ${email} PT24H`]);
    expect(rows).toMatchObject([{ way: 'branch>mail', changes: 12, arrived: 12 }]);
  });

  it('expects nothing of a change made within the declared time', async () => {
    const late = people(2, 'branch', 110).map((row) => ({ ...row, valid_from: '2026-06-29T12:00:00.000Z' }));
    const rows = await ask(ways, [...late, ...defaults(120, 'mail')], [`branch>mail ${email} P1D`]);
    expect(rows.filter(({ changes }) => Number(changes) > 0)).toEqual([]);
  });

  it('counts persons known in a system that holds nothing of them', async () => {
    const known = Array.from({ length: 6 }, (_, i) => ({
      system_id: 'mail',
      subject_key: `p${i}`,
      key_type: 'customer_no',
    }));
    const others = copies(4, 'mail', 0, {}, 50);
    const rows = await ask(ways, [...people(6, 'branch'), ...others], [`branch>mail ${email}`], {
      customers: known,
    });
    expect(rows).toMatchObject([{ way: 'branch>mail', changes: 6, arrived: 0 }]);
  });
});

describe('declared flows that do not deliver', () => {
  it('are those by which nothing arrived', async () => {
    const records = [...people(30, 'branch'), ...copies(30, 'hub', 0), ...defaults(30, 'mail')];
    expect(await ask(broken, records, [`branch>hub ${email}`, `hub>mail ${email}`])).toEqual([
      { flow_id: 'f1', fault: 'silent', changes: 30, arrived: 0, fields: email },
    ]);
  });

  it('are those that stopped, from the quarter on in which most is missed', async () => {
    const stale = defaults(80, 'mail').slice(40);
    const records = [...people(80, 'branch'), ...copies(40, 'mail', 0), ...stale];
    const [row] = await ask(
      'SELECT fault, since, changes, arrived FROM fact_broken_flows ORDER BY 1',
      records,
      [`branch>mail ${email}`],
    );
    expect(row).toMatchObject({ fault: 'stopped', since: dayOf(51) });
    expect(Number(row!.arrived)).toBeLessThan(Number(row!.changes) / 2);
  });

  it('are those that bring the opposite, unless the inventory says that they do', async () => {
    const turned = copies(20, 'mail', 0, { value: 'opt_in' });
    const records = [...people(20, 'branch'), ...turned];
    expect(await ask(broken, records, [`branch>mail ${email} PT1H`])).toMatchObject([{ fault: 'turned' }]);
    expect(await ask(broken, records, [`branch>mail ${email} PT1H invert`])).toEqual([]);
  });

  it('are not those whose receiver lacks the key, of which nothing is expected', async () => {
    const records = [...people(30, 'branch'), ...defaults(30, 'mail')];
    const keys = { system_fields: [{ system_id: 'mail', field: 'key.email', role: 'holds' }] };
    const way = `branch>mail ${email} PT1H identity customer_no`;
    expect(await ask(broken, records, [way], keys)).toEqual([]);
    expect(await ask(broken, records, [way])).toHaveLength(1);
  });
});

describe('flows that nobody declared', () => {
  it('show by changes that arrive although there is no way', async () => {
    const records = [...people(20, 'branch'), ...copies(20, 'app', 1)];
    expect(await ask(undeclared, records, [`branch>hub ${email}`])).toEqual([
      { way: 'branch>app', givers: 'branch', receivers: 'app', changes: 20, arrived: 20, median_s: 86_400 },
    ]);
  });

  it('are not seen where the inventory has no flows at all', async () => {
    expect(await ask(undeclared, [...people(20, 'branch'), ...copies(20, 'app', 1)], [])).toEqual([]);
  });

  it('are not seen where a third system whose records have no times could have told both', async () => {
    const silent = copies(20, 'hub', 0, {
      time_quality: 'export_only',
      recorded_at: null,
      strength: 'explicit',
    });
    const told = [`hub>branch ${email}`, `hub>app ${email}`];
    expect(
      await ask(undeclared, [...people(20, 'branch'), ...copies(20, 'app', 1), ...silent], told),
    ).toEqual([]);
  });

  it('are not seen in people who said the same in both, months apart', async () => {
    const again = copies(20, 'app', 90, { strength: 'explicit' });
    expect(await ask(undeclared, [...people(20, 'branch'), ...again], [`branch>hub ${email}`])).toEqual([]);
  });
});

describe('measured lags', () => {
  const lags = `SELECT arrivals, median_s, p95_s, declared_s, late, between_exports FROM fact_measured_lags ORDER BY 1`;

  it('say how long changes took, and how many came later than declared', async () => {
    const records = [...people(20, 'branch'), ...copies(20, 'mail', 3)];
    expect(await ask(lags, records, [`branch>mail ${email} PT12H`])).toEqual([
      { arrivals: 20, median_s: 259_200, p95_s: 259_200, declared_s: 43_200, late: 20, between_exports: 0 },
    ]);
    const slow = 'SELECT flow_id, arrivals, late, fields FROM fact_slow_flows ORDER BY 1';
    expect(await ask(slow, records, [`branch>mail ${email} PT12H`])).toEqual([
      { flow_id: 'f0', arrivals: 20, late: 20, fields: email },
    ]);
    expect(await ask(slow, records, [`branch>mail ${email} P4D`])).toEqual([]);
  });

  it('count from the earlier export where only the difference of two tells when a change came', async () => {
    const changes = Array.from({ length: 12 }, (_, i) => ({
      table_name: 'preferences',
      change: 'changed',
      system_id: 'mail',
      subject_key: `p${i}`,
      key_type: 'customer_no',
      kind: 'consent',
      lob: '*',
      comm_type: 'marketing',
      channel: 'email',
      before: 'opt_in',
      after: 'opt_out',
      changed_after: `${dayOf(i, 1)}T12:00:00.000Z`,
      changed_before: `${dayOf(i, 30)}T12:00:00.000Z`,
      _source: 1,
      _row: i + 2,
    }));
    const records = [...people(12, 'branch'), ...copies(12, 'mail', 30)];
    expect(await ask(lags, records, [`branch>mail ${email} P2D`], { changes })).toEqual([
      { arrivals: 12, median_s: 86_400, p95_s: 86_400, declared_s: 172_800, late: 0, between_exports: 12 },
    ]);
  });
});

describe('choices that a job put back', () => {
  const overwritten =
    'SELECT system_id, "by", givers, persons, persons_of, refusals FROM fact_overwritten ORDER BY 1';
  const back = copies(6, 'mail', 60, { value: 'opt_in', actor_type: 'batch' });

  it('are later than the choice, say the opposite, and are written by a job on its own account', async () => {
    const records = [...people(20, 'branch'), ...back, ...copies(14, 'mail', 0, {}, 6)];
    expect(await ask(overwritten, records, [`branch>mail ${email}`])).toEqual([
      { system_id: 'mail', by: 'batch', givers: 'branch', persons: 6, persons_of: 20, refusals: 6 },
    ]);
  });

  it('cannot be told from what never arrived where all copies are written by jobs', async () => {
    const copied = copies(14, 'mail', 0, { actor_type: 'batch' }, 6);
    expect(
      await ask(overwritten, [...people(20, 'branch'), ...back, ...copied], [`branch>mail ${email}`]),
    ).toEqual([]);
  });

  it('are seen where they had been made, when the system keeps its history', async () => {
    const own = people(9, 'mail').map((row, i) => ({ ...row, valid_to: `${dayOf(i, 5)}T12:00:00.000Z` }));
    const put = copies(9, 'mail', 5, { value: 'opt_in', actor_type: 'migration' });
    expect(await ask(overwritten, [...own, ...put], [`branch>mail ${email}`])).toEqual([
      { system_id: 'mail', by: 'migration', givers: 'mail', persons: 9, persons_of: 9, refusals: 9 },
    ]);
  });
});

describe('refusals in answers to messages', () => {
  const persons = ['known', 'since', 'since-too', 'yes', 'young'];
  const answered = persons.map((subject_key, i) => ({ subject_key, message_key: `m${i}` }));
  const world = {
    sends: answered.map((one) => ({
      ...one,
      system_id: 'mail',
      key_type: 'customer_no',
      comm_type: 'marketing',
      channel: 'email',
    })),
    delivery_events: answered.map(({ subject_key, message_key }) => ({
      message_key,
      system_id: 'mail',
      type: 'unsubscribed',
      channel: 'email',
      time: `${subject_key === 'young' ? '2026-06-29' : '2026-02-01'}T12:00:00.000Z`,
    })),
  };
  const says = (subject_key: string, value: string, day: string) =>
    consent('hub', value, day, { subject_key, strength: 'imported', valid_from: null });
  const choices = [
    says('known', 'opt_out', '2025-01-01'),
    says('since', 'opt_out', '2026-02-02'),
    says('since-too', 'opt_out', '2026-03-02'),
    says('yes', 'opt_in', '2024-01-01'),
    says('young', 'opt_in', '2024-01-01'),
  ];

  it('are looked for where choices are kept, of those who had time to arrive and were not known before', async () => {
    const [row, ...others] = await ask(
      'SELECT * FROM fact_observed_outcomes ORDER BY outcome, from_system_id, to_system_id',
      choices,
      ['mail>hub outcome.unsubscribed PT24H'],
      world,
    );
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      outcome: 'outcome.unsubscribed',
      from_system_id: 'mail',
      to_system_id: 'hub',
    });
    expect(row).toMatchObject({ declared: true, flows: 'f0', changes: 3, arrived: 2, path: 'mail|hub' });
    expect(JSON.parse(String(row!.evidence))).toEqual([
      { file: 'delivery_events.csv', row: 5 },
      { file: 'flows.csv', row: 2 },
      { file: 'preferences.csv', row: 5 },
    ]);
  });
});
