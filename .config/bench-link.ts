import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { writeRecords } from './bench-link-data.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const atExit =
  'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("used "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})';
const reportMemory = `data:text/javascript,${encodeURIComponent(atExit)}`;

/** `npm run bench:link -- --records 100000,1000000 [--in DIR] [--memory-limit 1GB]`: all links are probabilistic. */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000,1000000' },
    in: { type: 'string', default: tmpdir() },
    'memory-limit': { type: 'string' },
  },
});

interface Measured {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly told: string;
}

async function measure(args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const done = await execa('node', ['--import', reportMemory, join(root, 'bin/unsilo.js'), ...args], {
    reject: false,
  });
  const seconds = (performance.now() - start) / 1000;
  const [, kilobytes, microseconds] = /used (\d+) (\d+)$/.exec(done.stderr) ?? [];
  if (done.exitCode !== 0 || !kilobytes) throw new Error(done.stderr);
  const [processor, megabytes] = [Number(microseconds) / 1e6, Math.round(Number(kilobytes) / 1024)];
  return { seconds, processor, megabytes, told: done.stdout };
}

interface Told {
  readonly persons: number;
  readonly compared: number;
  readonly timings: Readonly<Record<string, number>>;
}

async function benchLink(records: number): Promise<number> {
  const dir = await mkdtemp(join(values.in, 'unsilo-bench-link-'));
  try {
    const file = join(dir, 'records.csv');
    await writeRecords(file, records);
    const limit = values['memory-limit'];
    const args = [
      'link',
      file,
      '--out',
      join(dir, 'crosswalk.csv'),
      '--format',
      'json',
      '--quiet',
      '--store',
      dir,
    ];
    const done = await measure([...args, ...(limit === undefined ? [] : ['--memory-limit', limit])]);
    const told = JSON.parse(done.told) as Told;
    const rate = Math.round((records / done.seconds) * 60);
    console.log(
      `${records} records: ${done.seconds.toFixed(1)} s, ${done.processor.toFixed(1)} s of processors, ${done.megabytes} MB, ${rate} records a minute; ${told.persons} persons, ${told.compared} pairs compared`,
    );
    console.log(
      `  ${Object.entries(told.timings)
        .map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)} s`)
        .join(', ')}`,
    );
    return done.processor;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

let before: { readonly records: number; readonly processor: number } | undefined;
for (const records of values.records.split(',').map(Number)) {
  const processor = await benchLink(records);
  if (before)
    console.log(
      `growth: ${records / before.records} x the records, ${(processor / before.processor).toFixed(1)} x the work`,
    );
  before = { records, processor };
}
