import { SourceError } from '../model/errors.js';
import type { Hit } from '../model/hit.js';
import { contractColumns, type Rule } from '../model/rule.js';
import { type Cell, openCell, QueryFailed, Stopped } from '../store/cell.js';
import { openStore } from '../store/duckdb.js';
import { inspectQuery } from '../store/inspect.js';
import { createTable } from '../store/schema.js';
import { quoteName } from '../store/store.js';
import { placeholdersOf } from '../text/fill.js';
import { type Expected, type RuleCase, readCases } from './cases.js';
import { readableColumns } from './relations.js';
import { askRule, runRule } from './run-rule.js';

/** What a rule of a user's pack may use up in a test; cases are small. */
const cellLimits = { seconds: 10, megabytes: 1024, rows: 10_000 };

export interface CaseResult {
  readonly rule: string;
  readonly kind: RuleCase['kind'];
  readonly title: string;
  readonly hits: readonly Hit[];
  /** What differs from what the case says; empty when it passes. */
  readonly problems: readonly string[];
}

/** A store of the rule's own, with the tables its query reads. */
interface Stage {
  readonly store: Cell;
  readonly tables: readonly string[];
  /** What a query must be and return is asked until one case has shown it. */
  ask: typeof runRule;
}

async function openStage(rule: Rule): Promise<Stage> {
  const store = rule.foreign ? await openCell(cellLimits) : await openStore({ threads: 1 });
  const parts = await inspectQuery(store, rule.query);
  const relations = typeof parts === 'string' ? [] : parts.relations;
  const tables = relations.filter((name) => readableColumns(name, rule));
  for (const name of tables)
    await store.run(createTable(name, readableColumns(name, rule)!, ['_source INTEGER', '_row BIGINT']));
  return { store, tables, ask: runRule };
}

async function runCase(rule: Rule, stage: Stage, one: RuleCase): Promise<Hit[]> {
  const { store, tables } = stage;
  if (tables.length > 0) await store.run(tables.map((name) => `DELETE FROM ${quoteName(name)}`).join('; '));
  for (const [name, rows] of one.tables)
    for (const row of rows) await store.insert(name, Object.keys(row), [Object.values(row)]);
  const hits = await stage.ask(store, rule, { rules: { [rule.id]: { parameters: one.parameters } } });
  stage.ask = askRule;
  return hits;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function differences({ args, ...expected }: Expected, hit: Hit): string[] {
  const { args: found, ...rest } = hit;
  const pairs = [
    ...Object.entries(expected).map(
      ([name, value]) => [name, value, rest[name as keyof typeof rest]] as const,
    ),
    ...Object.entries(args ?? {}).map(([name, value]) => [`args.${name}`, value, found[name]] as const),
  ];
  return pairs
    .filter(([, wanted, is]) => !same(wanted, is))
    .map(
      ([name, wanted, is]) =>
        `${hit.subject}: ${name} is ${JSON.stringify(is)}, expected ${JSON.stringify(wanted)}`,
    );
}

/** The findings must be exactly those of the case, each with at least the values stated. */
function compare(expected: readonly Expected[], hits: readonly Hit[]): string[] {
  const bySubject = new Map(hits.map((hit) => [hit.subject, hit]));
  const wanted = new Set(expected.map(({ subject }) => subject));
  return [
    ...expected.flatMap((one) => {
      const hit = bySubject.get(one.subject);
      return hit ? differences(one, hit) : [`nothing found about ${one.subject}`];
    }),
    ...hits
      .filter(({ subject }) => !wanted.has(subject))
      .map(({ subject }) => `unexpected finding about ${subject}`),
  ];
}

/** Names a sentence asks for that the hit does not have. */
function unfilled({ definition }: Rule, hit: Hit): string[] {
  const { message, remediation = definition.remediation } = definition.cases[hit.case]!;
  const known = ['because', ...contractColumns, ...Object.keys(hit.args)];
  return placeholdersOf(`${message} ${hit.cause === null ? remediation : ''}`)
    .filter((name) => !known.includes(name))
    .map((name) => `${hit.subject}: a sentence asks for {${name}}, which args lack`);
}

async function resultOf(rule: Rule, stage: Stage, one: RuleCase): Promise<CaseResult> {
  const about = { rule: rule.id, kind: one.kind, title: one.title };
  const idle = unread(one, stage);
  if (idle.length > 0) return { ...about, hits: [], problems: idle };
  try {
    const hits = await runCase(rule, stage, one);
    const problems = [...compare(one.findings, hits), ...hits.flatMap((hit) => unfilled(rule, hit))];
    return { ...about, hits, problems };
  } catch (error) {
    const problems = problemsOf(error);
    return { ...about, hits: [], problems };
  }
}

/** What a case may fail with; anything else is a bug. */
function problemsOf(error: unknown): string[] {
  if (error instanceof SourceError) return error.problems.map(({ message }) => message);
  if (error instanceof QueryFailed || error instanceof Stopped) return [`the query: ${error.message}`];
  throw error;
}

/** Rows for a table the query never reads prove nothing. */
const unread = ({ tables }: RuleCase, stage: Stage): string[] =>
  [...tables.keys()]
    .filter((name) => !stage.tables.includes(name))
    .map((name) => `the query never reads ${name}`);

/** Runs every case of a rule, the quiet ones first. Throws a SourceError when `cases.yaml` itself is wrong. */
export async function testRule(rule: Rule): Promise<CaseResult[]> {
  const cases = readCases(rule);
  const stage = await openStage(rule);
  try {
    const results: CaseResult[] = [];
    for (const one of cases) results.push(await resultOf(rule, stage, one));
    return results;
  } finally {
    stage.store.close();
  }
}
