import type { Config } from '../model/config.js';
import { SourceError } from '../model/errors.js';
import type { Hit } from '../model/hit.js';
import type { Rule } from '../model/rule.js';
import { type Cell, type CellLimits, openCell, QueryFailed, Stopped } from '../store/cell.js';
import { inspectQuery } from '../store/inspect.js';
import { createTable } from '../store/schema.js';
import { type Query, quoteName, type Row } from '../store/store.js';
import { parseDuration } from '../text/durations.js';
import { fileOf } from './file-of.js';
import { readableColumns } from './relations.js';
import { runRule } from './run-rule.js';

/** Rows of facts of users' packs, by file of the fact; or why there are none. */
export type PackAnswers = ReadonlyMap<string, readonly Row[] | Stopped>;

/** Findings of one rule; more are no findings. */
const mostHits = 10_000;

const limitsOf = ({ limits }: Pick<Config, 'limits'>): CellLimits => ({
  seconds: parseDuration(limits?.rule_time ?? 'PT10S')!,
  megabytes: limits?.memory_mb ?? 1024,
  rows: mostHits,
});

/** Where rows of a small table stand; facts say it in a column of their own. */
const places = { _source: 'INTEGER', _row: 'BIGINT' };

async function rowsOf(store: Query, relation: string, columns: readonly string[]): Promise<Row[]> {
  const names =
    relation.startsWith('std_') && relation !== 'std_sources' ? [...columns, '_source', '_row'] : columns;
  return store.all(`SELECT ${names.map(quoteName).join(', ')} FROM ${quoteName(relation)} ORDER BY ALL`);
}

/** Puts copies of the relations a rule reads into a cell: there is nothing else in it. */
async function furnish(cell: Cell, store: Query, rule: Rule, answers: PackAnswers): Promise<void> {
  const parts = await inspectQuery(store, rule.query);
  for (const relation of typeof parts === 'string' ? [] : parts.relations) {
    const columns = readableColumns(relation, rule);
    if (!columns) continue;
    const own = rule.foreign?.facts.find(({ table }) => table.name === relation);
    const rows = own ? answers.get(own.file) : await rowsOf(store, relation, Object.keys(columns));
    if (rows instanceof Stopped) throw new Stopped(`kept waiting: ${own!.file} was ${rows.message}`);
    const extra = Object.entries(places).map(([name, type]) => `${name} ${type}`);
    await cell.run(createTable(relation, columns, extra));
    const names = [...Object.keys(columns), ...Object.keys(places)];
    await cell.insert(
      relation,
      names,
      (rows ?? []).map((row) => names.map((name) => row[name] ?? null)),
    );
  }
}

const failed = (rule: Rule, error: QueryFailed): SourceError =>
  new SourceError([
    {
      place: { file: fileOf(rule, 'query.sql') },
      message: `the query fails: ${error.message}`,
      tips: ['unsilo rules test runs its cases'],
    },
  ]);

/**
 * Asks a rule of a user's pack in a cell. Hits by subject, or why the rule was stopped. Throws a SourceError when the
 * query breaks the contract of rules or fails.
 */
export async function askForeign(
  store: Query,
  rule: Rule,
  config: Pick<Config, 'rules' | 'limits'>,
  answers: PackAnswers,
): Promise<Hit[] | Stopped> {
  const cell = await openCell(limitsOf(config));
  try {
    await furnish(cell, store, rule, answers);
    return await runRule(cell, rule, config);
  } catch (error) {
    if (error instanceof QueryFailed) throw failed(rule, error);
    if (error instanceof Stopped) return error;
    throw error;
  } finally {
    cell.close();
  }
}
