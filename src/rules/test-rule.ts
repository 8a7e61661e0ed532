import { SourceError } from '../model/errors.js';
import type { Hit } from '../model/hit.js';
import type { Rule } from '../model/rule.js';
import { openStore } from '../store/duckdb.js';
import { inspectQuery } from '../store/inspect.js';
import { createTable } from '../store/schema.js';
import { quoteName, type Store } from '../store/store.js';
import { type Expected, type RuleCase, readCases } from './cases.js';
import { readableColumns } from './relations.js';
import { runRule } from './run-rule.js';

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
  readonly store: Store;
  readonly tables: readonly string[];
}

async function openStage(rule: Rule): Promise<Stage> {
  const store = await openStore({ threads: 1 });
  const parts = await inspectQuery(store, rule.query);
  const tables = typeof parts === 'string' ? [] : parts.relations.filter(readableColumns);
  for (const name of tables)
    await store.run(createTable(name, readableColumns(name)!, ['_source INTEGER', '_row BIGINT']));
  return { store, tables };
}

async function runCase(rule: Rule, { store, tables }: Stage, one: RuleCase): Promise<Hit[]> {
  for (const name of tables) await store.run(`DELETE FROM ${quoteName(name)}`);
  for (const [name, rows] of one.tables)
    for (const row of rows) await store.insert(name, Object.keys(row), [Object.values(row)]);
  return runRule(store, rule, { rules: { [rule.id]: { parameters: one.parameters } } });
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

async function resultOf(rule: Rule, stage: Stage, one: RuleCase): Promise<CaseResult> {
  const about = { rule: rule.id, kind: one.kind, title: one.title };
  const idle = unread(one, stage);
  if (idle.length > 0) return { ...about, hits: [], problems: idle };
  try {
    const hits = await runCase(rule, stage, one);
    return { ...about, hits, problems: compare(one.findings, hits) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { ...about, hits: [], problems: error.problems.map(({ message }) => message) };
  }
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
