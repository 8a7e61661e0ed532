import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

/**
 * Audits an ecosystem made of real material: flows from OpenLineage samples (`inventory/openlineage/*.json` of the data
 * folder) and delivery events with real diagnostics (`delivery/lines.tsv`: only the columns diagnostic, reply and
 * status are read, never the labels). Usage: `npm run evaluate -- DATA_FOLDER`.
 */
const config = `name: Real input
time_zone: UTC
sources:
  - { table: openlineage, file: "openlineage/*.json" }
  - { table: silos, file: silos.csv }
  - { table: systems, file: systems.csv }
  - { table: channels, file: channels.csv }
  - { table: communications, file: communications.csv }
  - { table: communication_steps, file: communication_steps.csv }
  - { table: system_fields, file: system_fields.csv }
  - { table: sends, file: sends.csv }
  - { table: delivery_events, file: delivery_events.csv }
`;

const inventory: Readonly<Record<string, string>> = {
  'silos.csv': 'silo_id,name\nmail,Mail\n',
  'systems.csv':
    'system_id,name,silo_id,kind\nnewsletter,Newsletter,mail,marketing\nmta,Mail gateway,mail,delivery\n',
  'channels.csv': 'channel_id,channel,system_id\ne1,email,mta\n',
  'communications.csv': 'communication_id,name,comm_type,lob\nnews,Newsletter,marketing/newsletter,retail\n',
  'communication_steps.csv':
    'communication_id,channel,ordinal,system_id,kind\nnews,email,1,newsletter,process\nnews,email,2,mta,delivery\n',
  'system_fields.csv':
    'system_id,field,role,agent_can_edit\nnewsletter,contact.email,masters,\nnewsletter,preference.consent.email,masters,\n',
};

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function toRecords(lines: readonly string[]): { sends: string; events: string } {
  const sends = ['message_key,system_id,communication_id,comm_type,lob,channel,subject_key,key_type,sent_at'];
  const events = ['message_key,system_id,type,time,channel,reply_code,enhanced_code,diagnostic'];
  const names = lines[0]!.split('\t');
  const at = (cells: string[], name: string) => cells[names.indexOf(name)] ?? '';
  for (const [i, line] of lines.slice(1).entries()) {
    const cells = line.split('\t');
    const time = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString();
    sends.push(`m${i},newsletter,news,marketing/newsletter,retail,email,u${i}@example.com,email,${time}`);
    const said = [at(cells, 'reply'), at(cells, 'status'), at(cells, 'diagnostic')].map(cell).join(',');
    events.push(`m${i},mta,bounced,${time},email,${said}`);
  }
  return { sends: `${sends.join('\n')}\n`, events: `${events.join('\n')}\n` };
}

async function prepare(data: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-real-'));
  await mkdir(join(dir, 'openlineage'));
  const samples = join(data, 'inventory', 'openlineage');
  for (const file of (await readdir(samples)).filter((name) => name.endsWith('.json')))
    await cp(join(samples, file), join(dir, 'openlineage', file));
  const text = await readFile(join(data, 'delivery', 'lines.tsv'), 'utf8');
  const { sends, events } = toRecords(text.split('\n').filter((line) => line !== ''));
  const files = { ...inventory, 'unsilo.yaml': config, 'sends.csv': sends, 'delivery_events.csv': events };
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
  return dir;
}

const data = process.argv[2] ?? '';
if (!existsSync(join(data, 'delivery', 'lines.tsv'))) {
  console.error(
    `no data in '${data}': give the folder that holds delivery/lines.tsv and inventory/openlineage/`,
  );
  process.exitCode = 2;
} else {
  const dir = await prepare(data);
  const bin = new URL('../../bin/unsilo.js', import.meta.url).pathname;
  await execa(
    'node',
    [
      bin,
      'audit',
      dir,
      '--fail-on',
      'never',
      '--format',
      'terminal',
      '--format',
      `json=${join(dir, 'report.json')}`,
    ],
    {
      stdio: 'inherit',
    },
  );
  console.log(`ecosystem and report: ${dir}`);
}
