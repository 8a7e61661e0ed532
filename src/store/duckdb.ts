import { availableParallelism } from 'node:os';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { appendRows, appendWhole } from './append.js';
import { duckdb } from './engine.js';
import { assertGoing, whenStopped } from './stopping.js';
import { quoteName, quoteText, type Row, type Store, type Value } from './store.js';
import { readRows, toRows } from './to-rows.js';

/** `brief`: joins are put in order, and little else; `none`: statements are run as they are written. */
export type Planning = 'long' | 'brief' | 'none';

export interface StoreOptions {
  /** Folder for spilling; without it the store keeps to memory. */
  readonly temporary?: string;
  /** `4GB` */
  readonly memoryLimit?: string;
  /** What is kept is written as it stands: for data so few that packing takes longer than writing. */
  readonly unpacked?: boolean;
  /** How long better plans are looked for: less the fewer the data, where looking takes longer than a bad plan. Default: `long`. */
  readonly planning?: Planning;
  /** Default: as many as the process may use; the engine itself counts more in a container. */
  readonly threads?: number;
}

/** For all connections; without it the engine takes zone and calendar from the user's locale. */
const locale = ["SET GLOBAL TimeZone = 'UTC'", "SET GLOBAL Calendar = 'gregorian'"];

/** After these nothing is read or written but what is attached, and no setting changes any more. */
const seal = ['SET enable_external_access = false', 'SET lock_configuration = true'];

/** Small blocks: those of many small tables are nearly empty, and written whole. */
const unpacked = ["SET force_compression = 'uncompressed'", 'SET default_block_size = 16384'];

/**
 * Packings of text that are looked for longer than reading and writing what they spare takes. Words of closed vocabularies are
 * kept as numbers, and keys repeat little.
 */
const slowPacking = "SET disabled_compression_methods = 'dictionary,dict_fsst,fsst,zstd'";

/** Searches for better plans that together took two fifths of the time of planning; those that keep joins from growing stay. */
const slow = 'statistics_propagation,expression_rewriter,common_subplan,join_elimination';
const leftOut: Readonly<Record<Planning, string>> = { long: '', brief: slow, none: `join_order,${slow}` };

const settings = (options: StoreOptions): string[] => [
  ...locale,
  'SET preserve_insertion_order = true',
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  "SET default_null_order = 'nulls_first'",
  `SET temp_directory = ${quoteText(options.temporary ?? '')}`,
  ...(options.memoryLimit ? [`SET memory_limit = ${quoteText(options.memoryLimit)}`] : []),
  ...(options.unpacked ? unpacked : [slowPacking]),
  `SET disabled_optimizers = ${quoteText(leftOut[options.planning ?? 'long'])}`,
  `SET threads = ${options.threads ?? availableParallelism()}`,
];

/** A connection keeps count of how far a statement is; it holds for no other connection. */
const counting =
  'SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 500';

const sealed = new WeakSet<DuckDBInstance>();

type Bindings = Record<string, DuckDBValue>;

/** A text without parameters need not be prepared first, which takes three turns more. */
const bindingsOf = (parameters: Readonly<Record<string, Value>>): Bindings | undefined =>
  Object.keys(parameters).length === 0 ? undefined : (parameters as Bindings);

/** What gives back a file that is open, which a stopped run must do. */
const lettingGo = /^DETACH /;

class DuckDbStore implements Store {
  private interrupted = false;
  private readonly working = new Set<Promise<unknown>>();
  private readonly forget = whenStopped(() => this.interrupt());

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly isFork = false,
  ) {}

  async run(sql: string): Promise<void> {
    if (!lettingGo.test(sql)) assertGoing();
    await this.underway(this.connection.run(sql));
  }

  async all<T extends Row>(sql: string, parameters: Readonly<Record<string, Value>> = {}): Promise<T[]> {
    assertGoing();
    return readRows<T>(await this.underway(this.connection.runAndReadAll(sql, bindingsOf(parameters))));
  }

  async *stream<T extends Row>(
    sql: string,
    parameters: Readonly<Record<string, Value>> = {},
  ): AsyncIterable<T[]> {
    assertGoing();
    this.interrupted = false;
    const result = await this.underway(this.connection.stream(sql, parameters as Bindings));
    const names = result.deduplicatedColumnNames();
    const types = result.columnTypes().map(String);
    for await (const rows of result.yieldRowsJson())
      yield toRows<T>(
        names,
        types,
        names.map((_, i) => rows.map((row) => row[i] ?? null)),
      );
    // The engine ends an interrupted stream as if it had come to its end.
    if (this.interrupted) throw new Error('INTERRUPT Error: Interrupted!');
  }

  async insert(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void> {
    const all = [...rows];
    if (all.length > fewRows) return appendRows(this.connection, table, columns, all);
    if (all.length === 0) return;
    const values = all.map((row) => `(${row.map(literal).join(', ')})`).join(',\n');
    await this.run(`INSERT INTO ${quoteName(table)} (${columns.map(quoteName).join(', ')}) VALUES ${values}`);
  }

  async append(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void> {
    if (!(await appendWhole(this.connection, table, rows))) await this.insert(table, columns, rows);
  }

  async fork(): Promise<Store> {
    const settings = sealed.has(this.instance) ? '' : counting;
    return new DuckDbStore(this.instance, await connect(this.instance, settings), true);
  }

  async seal(): Promise<void> {
    if (sealed.has(this.instance)) return;
    for (const statement of seal) await this.connection.run(statement);
    sealed.add(this.instance);
  }

  headway(): number {
    return Math.max(0, this.connection.progress.percentage / 100);
  }

  interrupt(): void {
    this.interrupted = true;
    this.connection.interrupt();
    this.insist([...this.working]);
  }

  /** The engine forgets an interruption that comes before it has begun a statement: it is told until none is left. */
  private insist(statements: readonly Promise<unknown>[]): void {
    const left = statements.filter((statement) => this.working.has(statement));
    if (left.length === 0) return;
    this.connection.interrupt();
    setTimeout(() => this.insist(left), againAfter);
  }

  private async underway<T>(statement: Promise<T>): Promise<T> {
    this.working.add(statement);
    try {
      return await statement;
    } finally {
      this.working.delete(statement);
    }
  }

  close(): void {
    this.forget();
    this.working.clear();
    this.connection.closeSync();
    if (!this.isFork) this.instance.closeSync();
  }
}

/** Milliseconds. */
const againAfter = 20;

/** Up to so many rows one statement of literals is quickest. */
const fewRows = 20;

const literal = (value: Value): string =>
  value === null ? 'NULL' : typeof value === 'string' ? quoteText(value) : String(value);

/** Opens an empty store. Databases of loaded sources are attached to it. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  return new DuckDbStore(instance, await connect(instance, [...settings(options), counting].join('; ')));
}

async function connect(instance: DuckDBInstance, statements: string): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run(statements);
  return connection;
}
