import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { openStore } from '../src/store/duckdb.js';
import { quoteText } from '../src/store/store.js';

/** `npm run bench:why -- --rows 50000000 [--format csv] [--in DIR]`: ten attributes, one cause, every row a message. */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000000' },
    format: { type: 'string', default: 'parquet' },
    in: { type: 'string', default: tmpdir() },
  },
});
const unsilo = join(fileURLToPath(new URL('..', import.meta.url)), 'bin/unsilo.js');
const atExit =
  'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("used "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})';

const sizes = [4, 3, 5, 2, 3, 2, 6, 2, 3];
const attributes = sizes.map((size, i) => `'v' || hash(i * 7 + ${i}) % ${size} AS a${i}`);
/** One version in twenty is bad in every fifth message; else four messages in a thousand fail. */
const isBad = 'hash(i * 31) % 20 = 3';
const rows = `
  SELECT ${attributes.join(', ')}, CASE WHEN ${isBad} THEN 'T12' ELSE 'T' || hash(i * 31) % 3 END AS template,
         CAST(hash(i * 3) % 1000 < CASE WHEN ${isBad} THEN 200 ELSE 4 END AS INTEGER) AS failed
  FROM range(${Number(values.rows)}) t(i)`;

const dir = await mkdtemp(join(values.in, 'unsilo-bench-'));
try {
  const [file, report] = [join(dir, `rows.${values.format}`), join(dir, 'why.json')];
  const store = await openStore({});
  await store.run(`COPY (${rows}) TO ${quoteText(file)} (FORMAT ${values.format})`);
  store.close();
  const start = performance.now();
  const args = ['why', file, '--errors', 'failed', '--quiet', '--format', `json=${report}`];
  const imported = `data:text/javascript,${encodeURIComponent(atExit)}`;
  const { stderr } = await execa('node', ['--import', imported, unsilo, ...args]);
  const seconds = (performance.now() - start) / 1000;
  const [, kilobytes, microseconds] = /used (\d+) (\d+)$/.exec(stderr) ?? [];
  const { verdict, leaves, timings, causes } = JSON.parse(await readFile(report, 'utf8'));
  console.log(
    `${values.rows} rows of ${values.format}: ${seconds.toFixed(1)} s, ${(Number(microseconds) / 1e6).toFixed(1)} s of processors, ${Math.round(Number(kilobytes) / 1024)} MB; ${leaves} leaves searched in ${timings.search_ms} ms; ${verdict}: ${JSON.stringify(causes.map((cause: { pattern: unknown }) => cause.pattern))}`,
  );
} finally {
  await rm(dir, { recursive: true, force: true });
}
