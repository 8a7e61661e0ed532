import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WorldRequest } from '../../gate/build-world.js';
import type { PackedAnswer } from '../../gate/pack-answers.js';
import type { Settings } from '../../gate/settings-by-path.js';
import type { Texts } from '../../gate/since.js';
import type { Turns } from '../../gate/turns.js';
import { helperScript } from '../helper-script.js';

/** What the helper reads while the main thread does. */
export type Reading = Pick<WorldRequest, 'files' | 'settings'>;

/** What else the helper's world is made of, and which rules to ask of it. */
export interface Asking extends Pick<WorldRequest, 'contract' | 'evidence' | 'smsKeys' | 'today'> {
  readonly root: string;
  readonly rules: Settings['rules'];
  /** What texts said before the change that is checked. */
  readonly past?: Texts;
  readonly turns: Turns;
}

export type Answers = ReadonlyMap<number, PackedAnswer>;

/** A thread that reads the same texts and asks some of the rules. */
export interface Helper {
  readonly ask: (asking: Asking) => void;
  /** What it asked; nothing where it failed, for whatever reason. */
  readonly answers: () => Promise<Answers>;
  readonly end: () => void;
}

/** Characters of all texts: with fewer it is hardly started when the rest is done, with more two copies take much memory. */
const fewest = 500_000;
const most = 50_000_000;

function isWorthIt({ files }: Reading): boolean {
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  const from = Number(process.env.UNSILO_HELP_FROM ?? fewest);
  return characters >= from && characters <= most && availableParallelism() > 1;
}

/** Starts a helper where the texts are many enough for it to pay. */
export function startHelper(reading: Reading): Helper | undefined {
  if (!isWorthIt(reading)) return undefined;
  const worker = new Worker(helperScript, { workerData: reading, execArgv: [], argv: [] });
  const answers = new Promise<Answers>((resolve) => {
    const nothing = (): void => resolve(new Map());
    worker.once('message', resolve).once('error', nothing).once('exit', nothing);
  });
  return {
    ask: (asking) => worker.postMessage(asking),
    answers: () => answers,
    end: () => void worker.terminate(),
  };
}
