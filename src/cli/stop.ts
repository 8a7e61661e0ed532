import { keptSoFar, removePassing, stopRun } from '../store/stopping.js';
import { printable } from '../text/printable.js';

/** Of a program that ends by a signal: 128 and its number. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof codes;

/** Work that will not end is left behind after so long. */
const patience = 5000;

let received: Signal | undefined;

const overLine = (): string => (process.stderr.isTTY ? '\r\u001b[2K' : '');

/** What becomes of a stopped run, in lines. */
export function stoppedLines(kept: readonly string[]): string {
  const last = kept.slice(-5).map((what) => `  kept: ${printable(what)}`);
  const more = kept.length - last.length;
  return [
    'unsilo: stopped before the end; nothing it printed is a verdict',
    ...(more > 0 ? [`  kept: ${more} more`] : []),
    ...(kept.length === 0 ? ['  kept: nothing of this run'] : last),
    '',
  ].join('\n');
}

const tell = (): void => void process.stderr.write(`${overLine()}${stoppedLines(keptSoFar())}`);

/** Leaves at once, without anything half. */
function leave(signal: Signal): never {
  removePassing();
  tell();
  process.exit(codes[signal]);
}

function onSignal(signal: Signal): void {
  if (received !== undefined) leave(signal);
  received = signal;
  // Who else listens, as the explorer does, has a screen of its own to put in order.
  const isAlone = process.listenerCount(signal) === 1;
  if (stopRun() === 0 && isAlone) leave(signal);
  if (isAlone) process.stderr.write(`${overLine()}unsilo: stopping …${process.stderr.isTTY ? '' : '\n'}`);
  setTimeout(() => leave(signal), patience).unref();
}

/** Ends a run in order when somebody asks for it; the second time at once. */
export function endOnSignals(): void {
  for (const signal of Object.keys(codes) as Signal[]) process.on(signal, onSignal);
}

/** Does work during which Ctrl-C is another program's. */
export async function letOthersStop<T>(work: () => Promise<T>): Promise<T> {
  const ignore = (): void => undefined;
  process.off('SIGINT', onSignal).on('SIGINT', ignore);
  try {
    return await work();
  } finally {
    process.off('SIGINT', ignore).on('SIGINT', onSignal);
  }
}

/** What a run that was stopped leaves with, told on stderr; undefined of one that was not. */
export function leaveStopped(): number | undefined {
  if (received === undefined) return undefined;
  removePassing();
  tell();
  return codes[received];
}
