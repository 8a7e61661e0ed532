import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const systems = ['core', 'crm', 'cards', 'app'] as const;
const channels = ['email', 'sms', 'post', 'push'] as const;
const types = ['marketing/offers', 'marketing/newsletter', 'statement/monthly', 'service/notice'] as const;
const lobs = ['accounts', 'cards'] as const;
const day = 86_400_000;
const epoch = Date.UTC(2026, 0, 1);

/** Scatters a row number over a range, the same on every machine. */
const spread = (n: number, salt: number): number => {
  const mixed = Math.imul(n ^ (salt * 0x9e3779b9), 0x85ebca6b) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;
const time = (n: number, salt: number): string => {
  const scattered = spread(n, salt);
  return new Date(epoch + (scattered % 90) * day + (scattered % 86_400) * 1000).toISOString();
};

/** A person has one subject in each of two systems; 19 of 20 persons have the same number in both. */
function subject(n: number): { system: string; key: string } {
  const person = Math.floor(n / 2);
  const system = pick(systems, person + (n % 2));
  const own = person % 20 === 0 ? `-${system}` : '';
  return { system, key: `C${String(person).padStart(9, '0')}${own}` };
}

function preference(n: number): string {
  const { system, key } = subject(Math.floor(n / 4));
  const choice = spread(n, 3) % 10 < 2 ? 'opt_out' : 'opt_in';
  const strength = spread(n, 4) % 4 === 0 ? 'default' : 'explicit';
  return `${system},${key},customer_no,consent,*,${pick(types, n)},${pick(channels, n)},${choice},${strength},${time(n, 5)},customer`;
}

function send(n: number, subjects: number): string {
  const { system, key } = subject(spread(n, 1) % subjects);
  const kind = spread(n, 2);
  return `M${n},${system},${pick(types, kind)},${pick(lobs, kind >>> 4)},${pick(channels, kind >>> 8)},${key},customer_no,${time(n, 6)}`;
}

/** Streams a CSV file in chunks of some thousand lines. */
async function writeCsv(
  file: string,
  header: string,
  rows: number,
  line: (n: number) => string,
): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${header}\n`);
  for (let start = 0; start < rows; start += 5000) {
    const size = Math.min(5000, rows - start);
    const chunk = Array.from({ length: size }, (_, i) => line(start + i)).join('\n');
    if (!stream.write(`${chunk}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

const config = `name: bench
identity:
  shared_keys:
    - key_type: customer_no
      systems: [${systems.join(', ')}]
sources:
${['systems', 'system_fields', 'flows', 'flow_fields', 'preferences', 'sends']
  .map((table) => `  - { table: ${table}, file: ${table}.csv }`)
  .join('\n')}
`;

const inventory: Readonly<Record<string, string>> = {
  'systems.csv': `system_id,name,silo_id\n${systems.map((id) => `${id},${id},${id}`).join('\n')}\n`,
  'system_fields.csv': `system_id,field,role\n${systems
    .flatMap((id) => channels.map((channel) => `${id},preference.consent.${channel},collects`))
    .join('\n')}\n`,
  'flows.csv':
    'flow_id,from_system_id,to_system_id,mechanism,latency\nF1,core,crm,batch,P1D\nF2,crm,cards,api,PT1M\n',
  'flow_fields.csv':
    'flow_id,source_field,target_field\nF1,preference.consent,preference.consent\nF2,preference.consent.email,preference.consent.email\n',
};

/** Writes an ecosystem of four systems with as many sends and preferences each; one subject per four preferences. */
export async function writeEcosystem(dir: string, rows: number): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'unsilo.yaml'), config);
  for (const [name, text] of Object.entries(inventory)) await writeFile(join(dir, name), text);
  const preferenceColumns =
    'system_id,subject_key,key_type,kind,lob,comm_type,channel,value,strength,valid_from,actor_type';
  await writeCsv(join(dir, 'preferences.csv'), preferenceColumns, rows, preference);
  const sendColumns = 'message_key,system_id,comm_type,lob,channel,subject_key,key_type,sent_at';
  const subjects = Math.max(1, Math.floor(rows / 4));
  await writeCsv(join(dir, 'sends.csv'), sendColumns, rows, (n) => send(n, subjects));
}
