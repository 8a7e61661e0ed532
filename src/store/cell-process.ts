import { isMainThread, Worker } from 'node:worker_threads';
import type { Answer, Ask } from './cell-messages.js';
import { openStore } from './duckdb.js';
import type { Row, Store } from './store.js';

const end = (): boolean => process.kill(process.pid, 'SIGKILL');

/**
 * Expressions may take memory the engine does not count, whoever asked may be gone, and the main thread may be held up
 * by the query: only a thread of its own sees it in time, and only the end of the process helps.
 */
function watch(megabytes: number): void {
  const asker = process.ppid;
  setInterval(() => {
    if (process.memoryUsage.rss() > megabytes * 2 ** 20 || process.ppid !== asker) end();
  }, 20);
}

const charactersOf = (row: Row): number =>
  Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0);

async function readRows(store: Store, { sql, parameters, most }: Ask & { kind: 'all' }): Promise<Answer> {
  const rows: Row[] = [];
  let characters = 0;
  for await (const chunk of store.stream(sql, parameters))
    for (const row of chunk) {
      characters += charactersOf(row);
      if (rows.push(row) > most.rows) return { exceeded: 'rows' };
      if (characters > most.characters) return { exceeded: 'characters' };
    }
  return { rows };
}

async function answer(store: Store, ask: Ask): Promise<Answer> {
  if (ask.kind === 'all') return readRows(store, ask);
  if (ask.kind === 'run') await store.run(ask.sql);
  else await store.insert(ask.table, ask.columns, ask.rows);
  return { rows: [] };
}

/** The process of a cell: an engine of its own that is sealed before it is asked anything. */
async function serve(megabytes: number): Promise<void> {
  const store = await openStore({ threads: 1, memoryLimit: `${Math.ceil(megabytes / 2)}MiB` });
  await store.seal();
  new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) });
  const send = (message: Answer): void => void process.send?.(message);
  // An ordinary exit would wait for the query that runs.
  process.on('disconnect', end);
  process.on('message', (ask: Ask) => {
    answer(store, ask).then(send, (error: Error) => send({ failed: error.message }));
  });
  send({ rows: [] });
}

const megabytes = Number(process.argv[2]);
if (isMainThread) await serve(megabytes);
else watch(megabytes);
