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

/**
 * `npm run bench:classify -- --lines 1000000 [--in DIR]`: lines a second of the processor, beside reading them alone.
 * With `--maillog 2048` one log of Postfix of that many megabytes instead.
 */
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    in: { type: 'string', default: tmpdir() },
    maillog: { type: 'string' },
  },
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

/** What Postfix logs of one message, in the order it does: five lines of a message with one receiver. */
function messageOf(i: number): string {
  const id = (0x10000000 + i).toString(16).toUpperCase();
  const day = new Date(Date.UTC(2026, 0, 1) + i * 150).toISOString();
  const answer = i % 20 === 0 ? lineOf(i / 20, false) : '250 2.0.0 Ok: queued as 1';
  const status = { 2: 'sent', 4: 'deferred', 5: 'bounced' }[answer[0]!];
  const line = (program: string, text: string) => `${day} mx1 postfix/${program}[77]: ${id}${text}`;
  const host = `mx.example.net[192.0.2.${i % 250}]`;
  return [
    line('smtpd', ': client=core[192.0.2.10]'),
    line('cleanup', `: message-id=<${i}@bank.example>`),
    line('qmgr', ': from=<statements@bank.example>, size=999, nrcpt=1 (queue active)'),
    line(
      'smtp',
      `: to=<user${i}@example.com>, relay=${host}:25, delay=1.2, delays=0.1/0/1/0.1, dsn=${answer.slice(4, 9)}, status=${status} (host ${host} said: ${answer})`,
    ),
    line('qmgr', ': removed'),
  ].join('\n');
}

/** Writes lines, ten thousand texts at a time, until there are as many texts as asked. */
async function writeTexts(file: string, texts: number, textOf: (i: number) => string): Promise<void> {
  const handle = await open(file, 'w');
  for (let from = 0; from < texts; from += 10_000) {
    const some = Array.from({ length: Math.min(10_000, texts - from) }, (_, i) => textOf(from + i));
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

async function benchLines(dir: string, lines: number): Promise<void> {
  for (const [name, distinct] of [
    ['repetitive', false],
    ['all distinct', true],
  ] as const) {
    const file = join(dir, `${distinct ? 'distinct' : 'repetitive'}.log`);
    await writeTexts(file, lines, (i) => lineOf(i, distinct));
    await bench(name, file, lines);
  }
}

async function benchMaillog(dir: string, megabytes: number): Promise<void> {
  const messages = Math.ceil((megabytes * 2 ** 20) / (messageOf(1_000_000).length + 1));
  const file = join(dir, 'maillog');
  await writeTexts(file, messages, messageOf);
  await bench(`maillog of ${megabytes} MiB`, file, messages * 5);
}

const dir = await mkdtemp(join(values.in, 'unsilo-bench-classify-'));
try {
  if (values.maillog === undefined) await benchLines(dir, Number(values.lines));
  else await benchMaillog(dir, Number(values.maillog));
} finally {
  await rm(dir, { recursive: true, force: true });
}
