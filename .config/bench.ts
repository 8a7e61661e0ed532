import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { writeEcosystem } from './bench-data.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const unsilo = join(root, 'bin/unsilo.js');
const atExit =
  'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("used "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})';
const reportMemory = `data:text/javascript,${encodeURIComponent(atExit)}`;

/** `npm run bench -- --rows 1000000,10000000 [--in DIR] [--memory-limit 4GB]`; 100000000 needs 60 GB of disk. */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    in: { type: 'string', default: tmpdir() },
    'memory-limit': { type: 'string' },
  },
});

interface Measured {
  readonly seconds: number;
  /** Of all processors together: on a machine with other work it says more than the clock. */
  readonly processor: number;
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
  const [, kilobytes, microseconds] = /used (\d+) (\d+)$/.exec(done.stderr) ?? [];
  if (done.exitCode === undefined || done.exitCode > 1 || !kilobytes) throw new Error(done.stderr);
  return { seconds, processor: Number(microseconds) / 1e6, megabytes: Math.round(Number(kilobytes) / 1024) };
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
const describe = ({ seconds, processor, megabytes }: Measured): string =>
  `${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processors, ${megabytes} MB`;
const compare = (a: Measured, b: Measured): string =>
  `ratio ${(a.seconds / b.seconds).toFixed(2)}, of processors ${(a.processor / b.processor).toFixed(2)}`;

/** One size: the audit against the engine alone, then again over the same inputs. Gives the seconds of the first run. */
async function benchAudit(rows: number, extra: readonly string[]): Promise<number> {
  const dir = await mkdtemp(join(values.in, 'unsilo-bench-'));
  try {
    await writeEcosystem(dir, rows);
    const bare = await measure(['--input-type=module', '-e', bareRead(dir)]);
    await rm(join(dir, 'bare.duckdb'));
    print(`engine alone, ${rows} sends + ${rows} preferences`, describe(bare));
    const audit = ['audit', dir, '--quiet', '--format', `json=${join(dir, 'report.json')}`, ...extra];
    const first = await measure([unsilo, ...audit]);
    print('unsilo audit, first run', `${describe(first)}, ${compare(first, bare)}`);
    const second = await measure([unsilo, ...audit]);
    print('unsilo audit, nothing changed', `${describe(second)}, ${compare(second, first)}`);
    return first.seconds;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Sizes one after the other; each is compared with the one before it. */
async function benchSizes(sizes: readonly number[], extra: readonly string[]): Promise<void> {
  let before: { readonly rows: number; readonly seconds: number } | undefined;
  for (const rows of sizes) {
    const seconds = await benchAudit(rows, extra);
    const growth = before && (seconds / before.seconds).toFixed(1);
    if (growth) print(`growth from ${before?.rows} to ${rows}`, `${growth} x`);
    before = { rows, seconds };
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

await benchStart();
const limit = values['memory-limit'];
await benchSizes(values.rows.split(',').map(Number), limit === undefined ? [] : ['--memory-limit', limit]);
