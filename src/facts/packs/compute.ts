import { SourceError } from '../../model/errors.js';
import type { PackFact } from '../../model/rule.js';
import { Stopped } from '../../store/cell.js';
import { inspectQuery } from '../../store/inspect.js';
import { withFork } from '../../store/side-by-side.js';
import type { Row, Store } from '../../store/store.js';
import { guard, isGuarded } from './guard.js';

/** Rows a fact may have: enough for systems × communications × channels × fields, too few for persons. */
const mostRows = 100_000;

/** Rows of a fact, or why it was stopped. */
export type PackFactRows = readonly Row[] | Stopped;

export interface PackFactOptions {
  /** For one fact. */
  readonly seconds: number;
  /** Key of the pseudonyms behind which persons stand. */
  readonly secret: string;
}

const problem = ({ file }: PackFact, message: string, expected?: string): SourceError =>
  new SourceError([
    { place: { file }, message: `the fact ${message}`, ...(expected !== undefined && { expected }) },
  ]);

async function readRows(store: Store, fact: PackFact): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const chunk of store.stream(fact.query)) {
    rows.push(...chunk);
    if (rows.length > mostRows)
      throw problem(fact, `returns more than ${mostRows} rows`, 'groups, few enough to be read by people');
  }
  return rows;
}

/** One row for each value of the key, and none without one. */
function assertKey(fact: PackFact, rows: readonly Row[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const values = fact.key.map((column) => row[column] ?? null);
    if (values.includes(null))
      throw problem(
        fact,
        `returns a row without ${fact.key.join(', ')}`,
        'a value in every column of the key',
      );
    const key = JSON.stringify(values);
    if (seen.has(key))
      throw problem(
        fact,
        `returns two rows for one ${fact.key.join(', ')}`,
        'one row for each value of the key',
      );
    seen.add(key);
  }
}

/** Words of the engine may quote a value of a record; what kind of failure it is may not. */
const failureOf = (fact: PackFact, error: Error): SourceError =>
  problem(
    fact,
    `fails: ${error.message.split(':')[0]}`,
    'a query that holds for every value; TRY_CAST where a value may not fit',
  );

async function compute(store: Store, fact: PackFact, { seconds }: PackFactOptions): Promise<PackFactRows> {
  let stopped: Stopped | undefined;
  const timer = setTimeout(() => {
    stopped = new Stopped(`stopped after ${seconds} s`);
    store.interrupt();
  }, seconds * 1000);
  try {
    const rows = await readRows(store, fact);
    assertKey(fact, rows);
    return rows;
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (stopped) return stopped;
    if ((error as Error).message.startsWith('Out of Memory'))
      return new Stopped('stopped for want of memory');
    throw failureOf(fact, error as Error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks the facts of users' packs, by file. The engine is sealed before, for good: nothing that comes after may need a
 * file, an extension or a setting. They see large tables through views without persons, on a connection of their own.
 */
export async function computePackFacts(
  store: Store,
  facts: readonly PackFact[],
  options: PackFactOptions,
): Promise<Map<string, PackFactRows>> {
  const computed = new Map<string, PackFactRows>();
  if (facts.length === 0) return computed;
  await store.seal();
  await withFork(store, async (fork) => {
    for (const fact of facts) {
      const parts = await inspectQuery(fork, fact.query);
      const relations = typeof parts === 'string' ? [] : parts.relations;
      for (const relation of relations.filter(isGuarded)) await guard(fork, relation, options.secret);
      computed.set(fact.file, await compute(fork, fact, options));
    }
  });
  return computed;
}
