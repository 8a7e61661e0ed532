import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** A small sound ecosystem as bytes, to be broken. */
export type Ecosystem = Readonly<Record<string, Buffer>>;

const bytes = (files: Readonly<Record<string, string | Buffer>>): Ecosystem =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]));

const yaml = (sources: readonly string[], rest = ''): string =>
  `name: small\n${rest}sources:\n${sources.map((source) => `  - { ${source} }\n`).join('')}`;

const systems = `system_id,name,silo_id,lobs,kind,deduplicated
core,Core,bank,retail|cards,core,true
crm,CRM,retail,retail,crm,false
mail,"Mail, ""the"" engine",retail,,delivery,
`;
const flows = `flow_id,from_system_id,to_system_id,mechanism,latency,status,unit_cost
f1,core,crm,batch,P1D,active,0.25
f2,crm,mail,api,PT5M,,1
`;
const flowFields = `flow_id,source_field,target_field,transform,value_map
f1,preference.consent,preference.consent,identity,
f2,preference.consent,preference.consent,map,Y=opt_in|N=opt_out
`;
const preferences = `system_id,subject_key,key_type,kind,lob,comm_type,channel,value,strength,valid_from
crm,C1,customer_no,consent,*,marketing,email,opt_out,explicit,2026-01-05T10:00:00Z
crm,C2,customer_no,consent,*,marketing,email,opt_in,explicit,2026-01-06T10:00:00+03:30
mail,C1,customer_no,consent,*,marketing,email,opt_in,default,2026-01-04
`;
const sends = `message_key,system_id,comm_type,lob,channel,subject_key,key_type,sent_at,unit_cost
m1,mail,marketing/offers,retail,email,C1,customer_no,2026-02-01T09:00:00Z,0.1
m2,mail,marketing/offers,retail,email,C2,customer_no,2026-02-01 09:00:01Z,
`;
const customers = `Nr;Name;Geburt;Mail;Sprache
007;Ana Łącka;31.12.1980;ana@example.com;pl
008;Müller, Jörg;01.02.1975;joerg@example.org;de
009;سارا;;sara@example.net;fa
`;
const events = [
  { message_key: 'm1', system_id: 'mail', type: 'bounced', time: '2026-02-01T09:05:00Z', channel: 'email' },
  { message_key: 'm2', system_id: 'mail', type: 'delivered', time: '2026-02-01T09:06:00Z', channel: 'email' },
];
const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const inventory = bytes({
  'unsilo.yaml': yaml([
    'table: systems, file: systems.csv',
    'table: flows, file: flows.csv',
    'table: flow_fields, file: flow_fields.csv',
  ]),
  'systems.csv': systems,
  'flows.csv': flows,
  'flow_fields.csv': flowFields,
});

const records = bytes({
  'unsilo.yaml': yaml(
    [
      'table: systems, file: systems.csv',
      'table: preferences, file: preferences.csv',
      'table: sends, file: "sends*.csv.gz"',
    ],
    'time_zone: Europe/Berlin\n',
  ),
  'systems.csv': systems,
  'preferences.csv': preferences,
  'sends.csv.gz': gzipSync(sends),
});

const mapped = bytes({
  'unsilo.yaml': `name: mapped
sources:
  - table: customers
    file: customers.csv
    columns:
      system_id: { constant: core }
      key_type: { constant: customer_no }
      subject_key: Nr
      full_name: Name
      date_of_birth: { from: Geburt, format: "%d.%m.%Y" }
      email: Mail
      language: Sprache
  - { table: delivery_events, file: events.jsonl }
`,
  'customers.csv': customers,
  'events.jsonl': lines(events),
});

const openlineage = { eventTime: '2026-01-01T00:00:00Z', run: {}, job: { namespace: 'n', name: 'copy' } };
const lineage = lines([
  {
    ...openlineage,
    eventType: 'COMPLETE',
    inputs: [{ namespace: 'core', name: 'customers' }],
    outputs: [{ namespace: 'crm', name: 'contacts' }],
  },
]);

/** Sound ecosystems that together use every format. */
export async function soundEcosystems(): Promise<readonly Ecosystem[]> {
  const workbook = await readFile('fixtures/sources/xlsx/inventory.xlsx');
  const estate = bytes({
    'unsilo.yaml': yaml([
      'table: systems, file: inventory.xlsx, sheet: Inventory, header_row: 3',
      'table: openlineage, file: lineage.jsonl',
    ]),
    'inventory.xlsx': workbook,
    'lineage.jsonl': lineage,
  });
  return [inventory, records, mapped, estate];
}
