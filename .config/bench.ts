import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { writeEcosystem } from './bench-data.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const unsilo = join(root, 'bin/unsilo.js');
const atExit = 'process.on("exit",()=>process.stderr.write("maxrss "+process.resourceUsage().maxRSS))';
const reportMemory = `data:text/javascript,${encodeURIComponent(atExit)}`;

interface Measured {
  readonly seconds: number;
  /** Largest resident set. */
  readonly megabytes: number;
}

/** Runs node and measures wall time and peak memory; the exit code of an audit with findings is no failure. */
async function measure(args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const done = await execa('node', ['--import', reportMemory, ...args], {
    reject: false,
    maxBuffer: 1e8,
    cwd: root,
  });
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = /maxrss (\d+)/.exec(done.stderr)?.[1];
  if (done.exitCode === undefined || done.exitCode > 1 || !kilobytes) throw new Error(done.stderr);
  return { seconds, megabytes: Math.round(Number(kilobytes) / 1024) };
}

/** What the engine alone takes to read both files into tables of a database file. */
const bareRead = (dir: string): string => `
  import { DuckDBInstance } from '@duckdb/node-api';
  const connection = await (await DuckDBInstance.create(${JSON.stringify(join(dir, 'bare.duckdb'))})).connect();
  for (const name of ['sends', 'preferences'])
    await connection.run("CREATE TABLE " + name + " AS FROM read_csv('${dir}/" + name + ".csv')");
  connection.closeSync();`;

/** Median wall time of a short command, started one at a time. */
async function median(args: readonly string[], times = 11): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await execa('node', args, { cwd: root });
    seconds.push((performance.now() - start) / 1000);
  }
  return seconds.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

const print = (name: string, value: string): void =>
  void process.stdout.write(`${name.padEnd(54)}${value}\n`);
const describe = ({ seconds, megabytes }: Measured): string => `${seconds.toFixed(2)} s, ${megabytes} MB`;

async function benchAudit(rows: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-bench-'));
  try {
    await writeEcosystem(dir, rows);
    const bare = await measure(['--input-type=module', '-e', bareRead(dir)]);
    print(`engine alone, ${rows} sends + ${rows} preferences`, describe(bare));
    const audit = ['audit', dir, '--quiet', '--format', `json=${join(dir, 'report.json')}`];
    const first = await measure([unsilo, ...audit]);
    print(
      'unsilo audit, first run',
      `${describe(first)}, ratio ${(first.seconds / bare.seconds).toFixed(2)}`,
    );
    const second = await measure([unsilo, ...audit]);
    print(
      'unsilo audit, nothing changed',
      `${describe(second)}, ratio to first ${(second.seconds / first.seconds).toFixed(2)}`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function benchStart(): Promise<void> {
  const empty = await median(['-e', '0']);
  const version = await median([unsilo, '--version']);
  print(
    'unsilo --version / node -e 0',
    `${version.toFixed(3)} s / ${empty.toFixed(3)} s, ratio ${(version / empty).toFixed(2)}`,
  );
  const example = ['audit', 'fixtures/example-bank', '--quiet', '--fail-on', 'never', '--format', 'json'];
  const store = await mkdtemp(join(tmpdir(), 'unsilo-bench-'));
  print('audit of the example, first run', describe(await measure([unsilo, ...example, '--store', store])));
  print('audit of the example, again', describe(await measure([unsilo, ...example, '--store', store])));
  await rm(store, { recursive: true, force: true });
}

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
await benchStart();
await benchAudit(Number(values.rows));
