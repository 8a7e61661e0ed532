import { expect, test } from 'vitest';
import { computeFacts } from '../../../src/facts/index.js';
import { withLoaded } from '../../sources/ecosystem.js';

const sources = ['silos', 'systems', 'preferences', 'sends', 'delivery_events', 'error_reports']
  .map((table) => `  - { table: ${table}, file: ${table}.csv }`)
  .join('\n');
const sends = ['m1,a', 'm2,a', 'm3,a', 'm4,b', 'm5,b']
  .map((one, i) => `${one},statement,*,email,C${i},customer_no,2026-05-01T00:00:00Z`)
  .join('\n');
const events = ['m1,delivered', 'm2,delivered', 'm3,bounced', 'm4,sent', 'm5,sent']
  .map((one) => `${one.split(',')[0]},x,${one.split(',')[1]},2026-05-01T01:00:00Z,email`)
  .join('\n');

/** One silo a system; the mailer of silo b tells of no delivery. */
const files = {
  'unsilo.yaml': `name: x\ninventory: complete\nidentity:\n  shared_keys: [{ key_type: customer_no, systems: [a, b] }]\nsources:\n${sources}\n`,
  'silos.csv': 'silo_id,name\na,A\nb,B\n',
  'systems.csv': 'system_id,name,silo_id\na,A,a\nb,B,b\n',
  'preferences.csv': `system_id,subject_key,key_type,kind,lob,comm_type,channel,value,strength,valid_from
a,C1,customer_no,consent,*,marketing,email,opt_out,explicit,2026-01-01T00:00:00Z
b,C1,customer_no,consent,*,marketing,email,opt_in,explicit,2025-01-01T00:00:00Z
a,C2,customer_no,consent,*,marketing,email,opt_out,explicit,2026-01-01T00:00:00Z
b,C2,customer_no,consent,*,marketing,email,opt_out,explicit,2026-01-01T00:00:00Z
`,
  'sends.csv': `message_key,system_id,comm_type,lob,channel,subject_key,key_type,sent_at\n${sends}\n`,
  'delivery_events.csv': `message_key,system_id,type,time,channel\n${events}\n`,
  'error_reports.csv': `error_id,reported_at,error_class,detected_by,message_key,system_id,corrected_at
e1,2026-05-02T00:00:00Z,wrong_name,agent,m1,,2026-05-03T00:00:00Z
e2,2026-05-02T12:00:00Z,wrong_name,customer,m1,,
e3,2026-05-02T00:00:00Z,wrong_amount,customer,,a,2026-05-05T00:00:00Z
e4,2026-05-02T00:00:00Z,late,customer,m2,,
e5,2026-05-02T00:00:00Z,unreadable,,m3,,2026-05-02T06:00:00Z
`,
};

type Row = { measure: string; silo_id: string | null; told: string };
const rows = `
  SELECT measure, silo_id, coalesce(gap, numerator || '/' || denominator || coalesce(' ' || median_s, '')) AS told
  FROM fact_measures WHERE measure NOT LIKE 'registration%' AND measure NOT LIKE 'documents%'
  ORDER BY measure, silo_id NULLS FIRST`;

test('measures count what they say, of the whole and of each silo, and say why they cannot', async () => {
  await withLoaded(files, async (store, { config }) => {
    await computeFacts(store, { config, asOf: '2026-06-01T00:00:00.000Z' });
    const found = await store.all<Row>(rows);
    const told = Object.fromEntries(found.map((row) => [`${row.measure} ${row.silo_id ?? '*'}`, row.told]));
    expect(told).toEqual({
      // C1 is at odds, C2 is not; nobody else is known in both.
      'preference_consistency *': '1/2',
      'preference_consistency a': '1/2',
      'preference_consistency b': '1/2',
      'delivery_rate *': '2/3',
      'delivery_rate a': '2/3',
      'delivery_rate b': 'no_ends',
      // m1 has a wrong name, m2 was late, and one error has no message: none of the two delivered is left.
      'success_rate *': '0/3',
      'success_rate a': '0/3',
      'success_rate b': 'no_ends',
      // m1, m3 and the error without a message.
      'message_accuracy *': '2/5',
      'message_accuracy a': '0/3',
      'message_accuracy b': '2/2',
      // Four errors, as two reports tell of m1 first by an agent: 6 h, 1 d, 3 d, and one still open.
      'time_to_correct *': '3/4 172800.0000',
      'time_to_correct a': '3/4 172800.0000',
      'found_by_customers *': '2/3',
      'found_by_customers a': '2/3',
    });
  });
});

test('without logs nothing is 100 %', async () => {
  const inventory = {
    'unsilo.yaml': 'name: x\nsources: [{ table: systems, file: systems.csv }]\n',
    'systems.csv': files['systems.csv'],
  };
  await withLoaded(inventory, async (store, { config }) => {
    await computeFacts(store, { config, asOf: '2026-06-01T00:00:00.000Z' });
    const found = await store.all<{ gap: string }>('SELECT DISTINCT gap FROM fact_measures ORDER BY gap');
    expect(found.map(({ gap }) => gap)).toEqual([
      'no_checks',
      'no_journeys',
      'no_preferences',
      'no_reports',
      'no_sends',
    ]);
  });
});
