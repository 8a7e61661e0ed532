import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readMap } from '../../../src/app/map/read-map.js';
import type { Store } from '../../../src/store/store.js';
import { failure, withLoaded } from '../ecosystem.js';

const sample = (name: string) => readFile(`fixtures/sources/${name}`, 'utf8');

const files = {
  'unsilo.yaml': `name: t
sources:
  - { table: silos, file: silos.csv }
  - { table: systems, file: systems.csv }
  - { table: flows, file: flows.csv }
  - { table: aliases, file: aliases.csv }
  - { table: fides, file: "fides/*.yml" }
  - { table: backstage, file: catalog-info.yaml }
`,
  'silos.csv': 'silo_id,name\nlend,lending\nout,Output\n',
  'systems.csv': 'system_id,name,silo_id,technology\nlos,Loan system,lend,mainframe\nletters,Letters,lend,\n',
  'flows.csv':
    'flow_id,from_system_id,to_system_id,mechanism,status\nF1,los,letters,file,active\nF2,ledger-db,ledger,api,retired\n',
  'aliases.csv': `kind,alias,id
system,loans,los
system,component:default/ledger,ledger
system,resource:default/ledger-db,ledger-db
field,user.financial,value
field,nothing.like.it,x
`,
  'fides/systems.yml': await sample('fides/systems.yml'),
  'fides/datasets.yml': await sample('fides/datasets.yml'),
  'catalog-info.yaml': await sample('backstage/catalog-info.yaml'),
};

const lines = async (store: Store, sql: string): Promise<string[]> =>
  (await store.all(sql)).map((row) => Object.values(row).join(' | '));

describe('imports beside an inventory', () => {
  it('add what nobody declared, under the ids of the alias table', async () => {
    await withLoaded(files, async (store) => {
      expect(await lines(store, 'SELECT system_id, silo_id FROM std_systems ORDER BY system_id')).toEqual([
        'api:default/old-feed | backstage',
        'component:default/portal | backstage',
        'component:default/report-job | backstage',
        'ledger | system:default/accounts',
        'ledger-db | backstage',
        'letters | lend',
        'los | lend',
        'print_vendor | fides',
      ]);
      expect(await lines(store, `SELECT field FROM std_system_fields WHERE field LIKE 'value%'`)).toEqual([
        'value.credit_card',
      ]);
    });
  });

  it('know a silo by its name, and add no silo twice', async () => {
    await withLoaded(files, async (store) => {
      expect(await lines(store, 'SELECT silo_id FROM std_silos ORDER BY silo_id')).toEqual([
        'backstage',
        'domain:default/retail',
        'fides',
        'lend',
        'out',
        'system:default/accounts',
      ]);
    });
  });

  it('keep a flow that carries something beside a declared one, and take a bare one for the same', async () => {
    await withLoaded(files, async (store) => {
      const flows = `SELECT flow_id, mechanism, status FROM std_flows WHERE to_system_id = 'letters' ORDER BY flow_id`;
      expect(await lines(store, flows)).toEqual([
        'F1 | file | active',
        'loans > letters | api | active',
        'print_vendor > letters | api | active',
      ]);
      const bare = {
        ...files,
        'fides/systems.yml': files['fides/systems.yml'].replace(/data_categories: .*address.*/, ''),
      };
      await withLoaded(bare, async (other) => {
        expect(await lines(other, flows)).toEqual([
          'F1 | file | active',
          'print_vendor > letters | api | active',
        ]);
      });
    });
  });

  it('write down every contradiction with both places, and overwrite nothing', async () => {
    await withLoaded(files, async (store, { inputs }) => {
      const said = `SELECT s.file, c."row", c.pointer, c.table_name, c."column", c.id, c.value, c.believed, b.file, c.believed_row
        FROM std_contradictions c JOIN std_sources s USING (source) JOIN std_sources b ON b.source = c.believed_source
        ORDER BY s.file, c."row", c."column"`;
      expect(await lines(store, said)).toEqual([
        'catalog-info.yaml | 28 | /spec/dependsOn/0 | flows | status | F2 | active, as resource:default/ledger-db > component:default/ledger | retired | flows.csv | 3',
        'fides/systems.yml | 3 | /system/0 | systems | technology | los | Service | mainframe | systems.csv | 2',
        'fides/systems.yml | 21 | /system/1 | systems | silo_id | letters | out | lend | systems.csv | 3',
      ]);
      expect(await lines(store, `SELECT technology FROM std_systems WHERE system_id = 'los'`)).toEqual([
        'mainframe',
      ]);
      expect(inputs.map(({ table, rows_in, rows_used }) => `${table} ${rows_in} ${rows_used}`)).toContain(
        'backstage 8 8',
      );
    });
  });

  it('tell what was left out, with count and examples, and aliases nothing has', async () => {
    await withLoaded(files, async (store) => {
      const notes = `SELECT s.file, n."row", n.what, n.count, n.examples FROM std_notes n JOIN std_sources s USING (source) ORDER BY ALL`;
      expect(await lines(store, notes)).toEqual([
        'aliases.csv | 6 | alias of a field | 1 | nothing.like.it',
        'catalog-info.yaml | 39 | subcomponentOf | 1 | component:default/portal',
        'catalog-info.yaml | 69 | kind Template | 1 | template:default/new-service',
        'fides/datasets.yml | 16 | dataset | 1 | orphan_db',
        'fides/systems.yml | 32 | policy | 1 | retention',
      ]);
    });
  });

  it('keep the file and the pointer of every node and edge', async () => {
    await withLoaded(files, async (store) => {
      const places = `SELECT p.table_name, p.id, s.file, p."row", p.pointer FROM std_pointers p JOIN std_sources s USING (source)
        WHERE p.id LIKE 'print_vendor%' ORDER BY ALL`;
      expect(await lines(store, places)).toEqual([
        'flows | print_vendor > letters | fides/systems.yml | 29 | /system/1/ingress/2',
        'systems | print_vendor | fides/systems.yml | 29 | /system/1/ingress/2',
      ]);
      const missing = `SELECT flow_id FROM std_flows f JOIN std_sources s ON s.source = f._source
        WHERE s.format IN ('fides', 'backstage') AND flow_id NOT IN (SELECT id FROM std_pointers)`;
      expect(await lines(store, missing)).toEqual([]);
    });
  });

  it('hand the pointer on to the map', async () => {
    await withLoaded(files, async (store, { config }) => {
      await store.run('CREATE TABLE work_presence (system_id VARCHAR, person_id BIGINT)');
      const map = await readMap(store, config, '2026-06-30T00:00:00Z', []);
      const places = [...map.systems, ...map.flows].map(({ place }) => place);
      expect(places).toContainEqual({ file: 'fides/systems.yml', row: 29, pointer: '/system/1/ingress/2' });
      expect(places).toContainEqual({ file: 'flows.csv', row: 2 });
    });
  });

  it('do not depend on the order in which unsilo.yaml names them', async () => {
    const [head, rest] = files['unsilo.yaml'].split('sources:\n');
    const turned = `${head}sources:\n${rest!.trimEnd().split('\n').reverse().join('\n')}\n`;
    const read = (text: string) =>
      withLoaded({ ...files, 'unsilo.yaml': text }, (store) =>
        lines(store, 'SELECT * EXCLUDE (_source, _row) FROM std_flows ORDER BY ALL'),
      );
    expect(await read(turned)).toEqual(await read(files['unsilo.yaml']));
  });

  it('never take unsilo.yaml itself for one of the files a pattern names', async () => {
    const [head] = files['unsilo.yaml'].split('sources:\n');
    const text = `${head}sources:\n  - { table: backstage, file: "*.yaml" }\n`;
    await withLoaded({ ...files, 'unsilo.yaml': text }, async (_, { inputs }) => {
      expect(inputs.map(({ file }) => file)).toEqual(['catalog-info.yaml']);
    });
  });

  it('stop the run with every fault of every file where one is malformed', async () => {
    const error = await failure({
      ...files,
      'fides/systems.yml': 'system: [{}]',
      'catalog-info.yaml': 'kind: API\n',
    });
    expect(error).toMatchObject({
      name: 'SourceError',
      problems: [
        { place: { file: 'fides/systems.yml', row: 1, column: '/system/0/fides_key' } },
        { place: { file: 'catalog-info.yaml', row: 1, column: '/apiVersion' } },
        { place: { file: 'catalog-info.yaml', row: 1, column: '/metadata' } },
      ],
    });
  });
});
