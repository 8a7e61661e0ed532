import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Ask } from './cell-messages.js';
import { whenStopped } from './stopping.js';
import type { Query, Row } from './store.js';

/** What a query nobody has looked through may use up. */
export interface CellLimits {
  /** For one answer. */
  readonly seconds: number;
  /** Of the whole process. */
  readonly megabytes: number;
  readonly rows: number;
}

/** A query was ended because it used up what it was given. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** The engine could not answer a query. */
export class QueryFailed extends Error {
  override readonly name = 'QueryFailed';
}

/** An engine in a process of its own, which sees no file and nothing but the tables put into it. */
export type Cell = Pick<Query, 'run' | 'insert' | 'all'> & { close(): void };

/** Characters in one answer; findings are sentences, not stores of data. */
const characters = 20_000_000;

const program = fileURLToPath(new URL('../store/cell-process.js', import.meta.url));

/** The environment is none of a query's business. */
const start = ({ megabytes }: CellLimits): ChildProcess =>
  fork(program, [String(megabytes)], { env: {}, execArgv: [], serialization: 'advanced', stdio: 'ignore' });

const memoryOf = ({ megabytes }: CellLimits): Stopped =>
  new Stopped(`stopped after taking ${megabytes} MB of memory`);

/** The next message of the process, or why there is none. */
function nextAnswer(child: ChildProcess, limits: CellLimits): Promise<Answer> {
  const { promise, resolve, reject } = withResolvers<Answer>();
  const timer = setTimeout(() => {
    reject(new Stopped(`stopped after ${limits.seconds} s`));
    child.kill('SIGKILL');
  }, limits.seconds * 1000);
  const onExit = (_: number | null, signal: NodeJS.Signals | null): void =>
    reject(signal === 'SIGKILL' ? memoryOf(limits) : new Stopped('the engine broke down over it'));
  child.once('message', resolve).once('exit', onExit).once('error', reject);
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', resolve).off('exit', onExit).off('error', reject);
  });
}

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function toRows(answer: Answer, limits: CellLimits): readonly Row[] {
  if ('rows' in answer) return answer.rows;
  if ('exceeded' in answer)
    throw new Stopped(
      answer.exceeded === 'rows'
        ? `stopped after returning ${limits.rows} rows`
        : `stopped after returning ${characters} characters`,
    );
  if (answer.failed.startsWith('Out of Memory')) throw memoryOf(limits);
  throw new QueryFailed(answer.failed.split('\n')[0]);
}

/** Opens a cell. Asks come one after the other; after `Stopped` the cell is gone. */
export async function openCell(limits: CellLimits): Promise<Cell> {
  const child = start(limits);
  const end = (): void => void child.kill('SIGKILL');
  child.once('exit', whenStopped(end));
  await nextAnswer(child, { ...limits, seconds: 60 });
  const ask = async (message: Ask): Promise<readonly Row[]> => {
    const answering = nextAnswer(child, limits);
    child.send(message);
    return toRows(await answering, limits);
  };
  const most = { rows: limits.rows, characters };
  return {
    run: async (sql) => void (await ask({ kind: 'run', sql })),
    insert: async (table, columns, rows) =>
      void (await ask({ kind: 'insert', table, columns, rows: [...rows] })),
    all: async <T extends Row>(sql: string, parameters = {}) =>
      (await ask({ kind: 'all', sql, parameters, most })) as T[],
    close: end,
  };
}
