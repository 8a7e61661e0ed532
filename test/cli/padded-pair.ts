import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const padding = 'x'.repeat(1500);

/** Makes a file large enough to be worth keeping, by a column that no mapping reads. */
async function pad(file: string): Promise<void> {
  const [header, ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, `${[`${header},PAD`, ...rows.map((row) => `${row},${padding}`)].join('\n')}\n`);
}

export interface PaddedPair {
  /** The ecosystem, a folder that is gone after `remove`. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

const count = (n: number): number[] => [...Array(n).keys()];

/** Two systems, one of which ignores what the other was told: little to compute, and a log that is worth keeping. */
const pair: Readonly<Record<string, string>> = {
  'unsilo.yaml': `name: pair
identity: { shared_keys: [{ key_type: customer_no, systems: [core, mail] }] }
sources:
  - { table: systems, file: systems.csv }
  - { table: preferences, file: preferences.csv }
  - { table: sends, file: sends.csv }
  - { table: error_reports, file: error_reports.csv }
`,
  'systems.csv': 'system_id,name,silo_id\ncore,Core,bank\nmail,Mail Tool,digital\n',
  'preferences.csv': [
    'system_id,subject_key,key_type,kind,lob,comm_type,channel,value,strength,valid_from',
    ...count(200).map(
      (n) =>
        `${n % 2 ? 'core' : 'mail'},C${n >> 1},customer_no,consent,*,marketing,email,${n % 2 ? 'opt_out' : 'opt_in'},explicit,2026-0${1 + (n % 5)}-05T10:00:00Z`,
    ),
    '',
  ].join('\n'),
  'sends.csv': [
    'message_key,system_id,comm_type,lob,channel,subject_key,key_type,sent_at',
    ...count(3000).map(
      (n) => `M${n},mail,marketing/offers,retail,email,C${n % 100},customer_no,2026-06-01T10:00:00Z`,
    ),
    '',
  ].join('\n'),
  'error_reports.csv': [
    'error_id,reported_at,error_class,detected_by,channel,message_key',
    ...count(30).map((n) => `E${n},2026-06-02T10:00:00Z,wrong_name,agent,email,M${n}`),
    '',
  ].join('\n'),
};

/** A small ecosystem of which a run keeps what it loaded and computed. */
export async function makePaddedPair(): Promise<PaddedPair> {
  const folder = await mkdtemp(join(tmpdir(), 'unsilo-padded-'));
  for (const [name, text] of Object.entries(pair)) await writeFile(join(folder, name), text);
  await pad(join(folder, 'sends.csv'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
