import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseLineage } from '../../src/sources/openlineage/parse.js';
import { failure, oneSource, withLoaded } from './ecosystem.js';

const sample = await readFile('fixtures/sources/openlineage/nightly-load.ndjson', 'utf8');
const crm = 'postgres://crm.example:5432';
const bucket = 's3://marketing.example';

describe('lineage events', () => {
  const lineage = parseLineage(sample);

  it('make each job and each dataset namespace a system', () => {
    expect(lineage.systems).toEqual([
      { system_id: crm, name: crm, kind: 'warehouse', technology: 'postgres', row: 1 },
      {
        system_id: 'scheduler/load_consents',
        name: 'load_consents',
        kind: 'other',
        technology: null,
        row: 1,
      },
      { system_id: bucket, name: bucket, kind: 'warehouse', technology: 's3', row: 2 },
      { system_id: 'scheduler/seed_codes', name: 'seed_codes', kind: 'other', technology: null, row: 5 },
    ]);
  });

  it('make each input and each output a flow, with the run time on the way out', () => {
    expect(lineage.flows).toEqual([
      {
        flow_id: `scheduler/load_consents < ${crm}/crm.public.consents`,
        from_system_id: crm,
        to_system_id: 'scheduler/load_consents',
        latency: 'PT0S',
        row: 1,
        fields: ['customer_no', 'email_ok'].map((name) => ({
          source_field: `crm.public.consents.${name}`,
          target_field: `crm.public.consents.${name}`,
          transform: 'identity',
        })),
      },
      {
        flow_id: `scheduler/load_consents > ${bucket}/consents`,
        from_system_id: 'scheduler/load_consents',
        to_system_id: bucket,
        latency: 'PT870S',
        row: 2,
        fields: [
          {
            source_field: 'crm.public.consents.customer_no',
            target_field: 'consents.key',
            transform: 'hash',
          },
          {
            source_field: 'crm.public.consents.email_ok',
            target_field: 'consents.email_ok',
            transform: 'identity',
          },
          { source_field: 'consents.loaded_at', target_field: 'consents.loaded_at', transform: 'identity' },
        ],
      },
      {
        flow_id: `scheduler/seed_codes > ${bucket}/codes`,
        from_system_id: 'scheduler/seed_codes',
        to_system_id: bucket,
        latency: null,
        row: 5,
        fields: [],
      },
    ]);
  });

  it('tell what was left out, and which jobs are known to read nothing', () => {
    expect(lineage.leftOut).toEqual([
      {
        what: 'facet',
        example: 'documentation',
        why: 'it says nothing of flows',
        at: { row: 2, pointer: '' },
      },
      {
        what: 'job without inputs',
        example: 'scheduler/seed_codes',
        why: 'known to read nothing',
        at: { row: 5, pointer: '' },
      },
    ]);
  });

  it('are set aside one by one when broken', () => {
    expect(lineage.rejects.map(({ row, column }) => ({ row, column }))).toEqual([
      { row: 3, column: 'eventTime' },
      { row: 4, column: null },
    ]);
    expect(lineage.events).toBe(5);
  });

  it('read the same as lines, as an array, and one alone', () => {
    const lines = sample.split('\n').filter((line) => line.startsWith('{'));
    const asArray = parseLineage(`[${lines.join(',')}]`);
    expect(asArray.flows).toEqual(parseLineage(lines.join('\n')).flows);
    expect(parseLineage(lines[0]!).events).toBe(1);
  });
});

describe('lineage beside an inventory', () => {
  const yaml = `name: t
sources:
  - { table: openlineage, file: lineage.ndjson }
  - { table: systems, file: systems.csv }
  - { table: flows, file: flows.csv }
`;
  const files = {
    'unsilo.yaml': yaml,
    'lineage.ndjson': sample,
    'systems.csv': `system_id,name,silo_id,kind\n${crm},CRM,sales,crm\n`,
    'flows.csv': `flow_id,from_system_id,to_system_id,mechanism,status\nold,${crm},scheduler/load_consents,file,retired\n`,
  };

  it('adds what nobody declared and keeps what somebody did', async () => {
    await withLoaded(files, async (store, { inputs }) => {
      const systems = await store.all('SELECT system_id, silo_id, kind FROM std_systems ORDER BY system_id');
      expect(systems).toEqual([
        { system_id: crm, silo_id: 'sales', kind: 'crm' },
        { system_id: bucket, silo_id: 'openlineage', kind: 'warehouse' },
        { system_id: 'scheduler/load_consents', silo_id: 'openlineage', kind: 'other' },
        { system_id: 'scheduler/seed_codes', silo_id: 'openlineage', kind: 'other' },
      ]);
      expect(await store.all('SELECT silo_id FROM std_silos')).toEqual([{ silo_id: 'openlineage' }]);
      expect(await store.all('SELECT count(*) AS n FROM std_flows')).toEqual([{ n: 4 }]);
      expect(inputs[1]).toMatchObject({ table: 'openlineage', rows_in: 5, rows_used: 3, rows_set_aside: 2 });
      expect(await store.all('SELECT "row" FROM std_rejects ORDER BY "row"')).toEqual([
        { row: 3 },
        { row: 4 },
      ]);
    });
  });

  it('lists contradictions instead of overwriting', async () => {
    await withLoaded(files, async (store) => {
      const found = await store.all(
        `SELECT "row", table_name, "column", id, value, believed, believed_row FROM std_contradictions`,
      );
      expect(found).toEqual([
        {
          row: 1,
          table_name: 'flows',
          column: 'status',
          id: 'old',
          value: `active, as scheduler/load_consents < ${crm}/crm.public.consents`,
          believed: 'retired',
          believed_row: 2,
        },
      ]);
    });
  });

  it('is refused when a file has no event at all', async () => {
    const error = await failure({ 'unsilo.yaml': oneSource('openlineage', 'x.json'), 'x.json': '{"a":1}' });
    expect(error).toMatchObject({
      name: 'SourceError',
      problems: [{ place: { file: 'x.json' }, message: 'x.json cannot be read: no OpenLineage event' }],
    });
  });
});
