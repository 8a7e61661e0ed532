import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { writeEstate } from './bench-roadmap-data.js';

/** `npm run bench:roadmap [systems flows fields persons]`: the built command over seeded estates, small to large, cold. */
const [systems = 500, flows = 3000, fields = 40, persons = 10_000] = process.argv.slice(2).map(Number);

/** Says at the end of the command how many milliseconds of processors it used, and the most memory, in kilobytes. */
const meter = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('used ' + Math.round((user + system) / 1000) + ' ' + process.resourceUsage().maxRSS); });",
)}`;
const command = fileURLToPath(new URL('../bin/unsilo.js', import.meta.url));
const say = (text: string) => void process.stdout.write(`${text}\n`);

async function measure(part: number): Promise<void> {
  const estate = {
    systems: Math.round(systems * part),
    flows: Math.round(flows * part),
    fields,
    persons: Math.round(persons * part),
  };
  const dir = mkdtempSync(join(tmpdir(), 'bench-roadmap-'));
  try {
    const { customers, records } = writeEstate(dir, estate);
    const begun = performance.now();
    const { stdout, stderr, exitCode } = await execa(
      process.execPath,
      ['--import', meter, command, 'roadmap', dir, '--quiet', '--format', 'json'],
      { reject: false },
    );
    const wall = ((performance.now() - begun) / 1000).toFixed(1);
    const used = /used (\d+) (\d+)$/.exec(stderr);
    if (!used || exitCode === 2) throw new Error(stderr);
    const { today, waves, initiatives } = JSON.parse(stdout) as {
      today: { persons_in_conflict: number };
      waves: unknown[];
      initiatives: unknown[];
    };
    say(
      `${estate.systems} systems, ${estate.flows} flows, ${fields} fields, ${customers} customers, ${records} choices: ` +
        `${(Number(used[1]) / 1000).toFixed(1)} s of processors, ${wall} s by the clock, ${Math.round(Number(used[2]) / 1024)} MB; ` +
        `${today.persons_in_conflict} persons in conflict, ${initiatives.length} initiatives, ${waves.length} waves`,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}

for (const part of [0.25, 0.5, 1]) await measure(part);
