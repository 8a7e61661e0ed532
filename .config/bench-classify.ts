import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { execa } from 'execa';

const root = fileURLToPath(new URL('..', import.meta.url));
const atExit =
  'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("used "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})';
const reportMemory = `data:text/javascript,${encodeURIComponent(atExit)}`;

/** `npm run bench:classify -- --lines 1000000 [--in DIR]`: lines a second of the processor, beside reading them alone. */
const { values } = parseArgs({
  options: { lines: { type: 'string', default: '1000000' }, in: { type: 'string', default: tmpdir() } },
});

const answers = [
  '550 5.1.1 <ADDRESS>: Recipient address rejected: User unknown in local recipient table (in reply to RCPT TO command)',
  '452 4.2.2 <ADDRESS> mailbox is over quota, try again later ID - gsmtp',
  '554 5.7.1 Service unavailable; Client host [192.0.2.HOST] blocked using zen.spamhaus.org',
  '421 4.7.0 Too many connections from mxHOST.example.net, slow down (ID)',
];
const words =
  'account host message relay policy sender mail server denied temporarily list rejected user from'.split(
    ' ',
  );

/** Repetitive lines differ in addresses, hosts and ids; distinct ones in their words, too. */
function lineOf(i: number, distinct: boolean): string {
  const answer = answers[i % answers.length]!.replace('ADDRESS', `user${i}@example.com`)
    .replace('HOST', String(i % 250))
    .replace('ID', `x${i * 7919}ab${i}`);
  if (!distinct) return answer;
  const letters = [...i.toString(26)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .join('');
  return `${answer} ${words[i % words.length]} ${letters} ${words[(i >> 4) % words.length]}`;
}

async function writeLines(file: string, lines: number, distinct: boolean): Promise<void> {
  const handle = await open(file, 'w');
  for (let from = 0; from < lines; from += 10_000) {
    const some = Array.from({ length: Math.min(10_000, lines - from) }, (_, i) => lineOf(from + i, distinct));
    await handle.write(`${some.join('\n')}\n`);
  }
  await handle.close();
}

/** Processor seconds that reading the lines one by one takes. */
async function readAlone(file: string): Promise<number> {
  const before = process.cpuUsage();
  for await (const _ of createInterface({ input: createReadStream(file) }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function bench(name: string, file: string, lines: number): Promise<void> {
  const args = [
    '--import',
    reportMemory,
    join(root, 'bin/unsilo.js'),
    'classify',
    file,
    '--format',
    `jsonl=${file}.out`,
  ];
  const done = await execa('node', args, { reject: false });
  const [, kilobytes, microseconds] = /used (\d+) (\d+)$/.exec(done.stderr) ?? [];
  if (done.exitCode !== 0 || !kilobytes) throw new Error(done.stderr);
  const seconds = Number(microseconds) / 1e6;
  const alone = await readAlone(file);
  console.log(
    `${name}: ${lines} lines, ${seconds.toFixed(1)} s of processors, ${Math.round(lines / seconds)} lines/s, ${Math.round(Number(kilobytes) / 1024)} MB; reading alone ${alone.toFixed(1)} s, ${(seconds / alone).toFixed(1)} ×`,
  );
}

const dir = await mkdtemp(join(values.in, 'unsilo-bench-classify-'));
try {
  for (const [name, distinct] of [
    ['repetitive', false],
    ['all distinct', true],
  ] as const) {
    const file = join(dir, `${distinct ? 'distinct' : 'repetitive'}.log`);
    await writeLines(file, Number(values.lines), distinct);
    await bench(name, file, Number(values.lines));
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
