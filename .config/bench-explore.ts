import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Deeds, Port } from '../src/explore/port.js';
import { show } from '../src/explore/show.js';
import { parseLargeSnapshot } from '../src/findings/history/read-large-snapshot.js';
import { findings, flows, snapshot, systems } from './bench-explore-data.js';

// From key to screen with many findings: through Ink, with a terminal that only keeps the time at which it is written to.
const bars = { median: 50, memory: 500 };

class Screen extends PassThrough {
  readonly isTTY = true;
  columns = 200;
  rows = 60;
}
class Keyboard extends PassThrough {
  readonly isTTY = true;
  setRawMode = (): this => this;
  ref = (): this => this;
  unref = (): this => this;
}

const keys = [
  ...['j', 'j', 'j', '\u001b[6~', '\u001b[6~', 'G', 'g', 'j', 'j'],
  ...['/', 's', 'e', 'v', 'e', 'r', 'i', 't', 'y', ':', 'h', 'i', 'g', 'h', ' ', '4', '2', '\r'],
  ...[
    'j',
    '\u001b[6~',
    's',
    's',
    's',
    'b',
    'j',
    'j',
    'b',
    '\r',
    'j',
    'j',
    'n',
    'j',
    '\u001b[6~',
    '3',
    'j',
    '\u001b[6~',
  ],
  ...['1', 'j', 'j', 'f', 'j', 'j', '\r', '2', '\u007f', 'j', ' ', ' ', 'j', 'G', 'k', 'k', '?', 'q'],
];

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Took {
  /** Milliseconds from a key to the screen after it. */
  readonly wall: number;
  /** Milliseconds of processors meanwhile: what the wall clock shows on a machine that does nothing else. */
  readonly used: number;
}

/** Presses a key; one that changes nothing on the screen takes no time. */
async function press(key: string, keyboard: Keyboard, screen: Screen): Promise<Took | undefined> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const written = once(screen, 'data').then((): Took => {
    const { user, system } = process.cpuUsage(cpu);
    return { wall: performance.now() - start, used: (user + system) / 1000 };
  });
  keyboard.write(key);
  const took = await Promise.race([written, pause(1_000).then(() => undefined)]);
  await pause(20);
  return took;
}

const done = async () => ({ said: '', changed: [] });
const nothing = { assigned: new Set<string>(), done: [] };
const deeds: Deeds = {
  ...{ suppress: done, withdraw: done, assign: done, release: done, undo: done, export: done },
  standing: () => nothing,
  copy: () => undefined,
};

/** Opens the snapshot as the command does, and presses keys. */
async function measure(file: string): Promise<void> {
  const begun = performance.now();
  const report = parseLargeSnapshot('snapshot.json', readFileSync(file));
  const port: Port = { report, source: 'snapshot.json', today: '2026-04-01', deeds };
  const [screen, keyboard] = [new Screen(), new Keyboard()];
  screen.resume();
  const first = once(screen, 'data').then(() => performance.now() - begun);
  const terminal = { color: true, isRead: false, onStop: () => () => undefined };
  const [stdin, stdout] = [keyboard, screen] as unknown as [NodeJS.ReadStream, NodeJS.WriteStream];
  const ended = show(port, {}, { ...terminal, stdin, stdout });
  const opened = await first;
  await pause(200);
  const times: Took[] = [];
  for (const key of keys) times.push(...[(await press(key, keyboard, screen)) ?? []].flat());
  await ended;
  tell(opened, times);
}

const round = (milliseconds: number): string => milliseconds.toFixed(1);

function quantiles(times: readonly number[]): { readonly median: number; readonly text: string } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return {
    median: at(0.5),
    text: `median ${round(at(0.5))} ms, 95 % ${round(at(0.95))} ms, longest ${round(at(1))} ms`,
  };
}

function tell(opened: number, times: readonly Took[]): void {
  const wall = quantiles(times.map((took) => took.wall));
  const used = quantiles(times.map((took) => took.used));
  const memory = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    [
      `${findings} findings, ${systems} systems, ${flows} flows; ${times.length} keys, 200 × 60`,
      `opened in ${round(opened)} ms`,
      `key to screen: ${wall.text} (bar for the median: ${bars.median} ms)`,
      `processor time of it: ${used.text}`,
      `memory: ${Math.round(memory)} MB (bar ${bars.memory})`,
      '',
    ].join('\n'),
  );
  if (wall.median > bars.median || memory > bars.memory) process.exitCode = 1;
}

/** The snapshot is made by another process, whose memory is not what is measured. */
function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'unsilo-explore-'));
  const file = join(folder, 'snapshot.json');
  const self = fileURLToPath(import.meta.url);
  const { CI: _, ...env } = process.env;
  const run = (what: string): void => {
    const { status } = spawnSync(process.execPath, [...process.execArgv, self, what, file], {
      stdio: 'inherit',
      env: { ...env, NODE_ENV: 'production' },
    });
    process.exitCode = status ?? 1;
  };
  try {
    run('--write');
    run('--measure');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [what, file = ''] = process.argv.slice(2);
if (what === '--write') writeFileSync(file, JSON.stringify(snapshot()));
else if (what === '--measure') await measure(file);
else main();
