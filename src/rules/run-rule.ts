import type { Config } from '../model/config.js';
import { SourceError } from '../model/errors.js';
import type { Hit } from '../model/hit.js';
import { contractColumns, type Rule } from '../model/rule.js';
import { describeQuery } from '../store/inspect.js';
import type { Query, Value } from '../store/store.js';
import { compareText } from '../text/compare.js';
import { queryMistakes } from './check-query.js';
import { fileOf } from './file-of.js';
import { bindings } from './parameters.js';
import { toHit } from './to-hit.js';

type Reader = Pick<Query, 'all'>;

function assertNone(rule: Rule, mistakes: readonly string[]): void {
  if (mistakes.length === 0) return;
  const place = { file: fileOf(rule, 'query.sql') };
  throw new SourceError(mistakes.map((mistake) => ({ place, message: `the query ${mistake}` })));
}

const counts = new Set(['persons', 'persons_of', 'messages', 'messages_of']);
const countType = /INT/;
/** The engine takes an empty value for a number where it groups or sorts. */
const emptyText = ', not as text; no cause is CAST(NULL AS VARCHAR)';
const textType = /^(VARCHAR|JSON|"NULL")$/;

async function columnMistakes(store: Reader, rule: Rule, values: Record<string, Value>): Promise<string[]> {
  const types = new Map(
    (await describeQuery(store, rule.query, values)).map((column) => [
      column.column_name,
      column.column_type,
    ]),
  );
  const wanted: readonly string[] = contractColumns;
  const wrong = (name: string, type: string): boolean =>
    type !== '"NULL"' && !(counts.has(name) ? countType : textType).test(type);
  return [
    ...wanted.filter((name) => !types.has(name)).map((name) => `lacks the column ${name}`),
    ...[...types.keys()]
      .filter((name) => !wanted.includes(name))
      .map((name) => `returns ${name}, which is no column of the contract`),
    ...[...types]
      .filter(([name, type]) => wanted.includes(name) && wrong(name, type))
      .map(([name, type]) => `returns ${name} as ${type}${name === 'cause' ? emptyText : ''}`),
  ];
}

function doubledSubjects(hits: readonly Hit[]): string[] {
  const seen = new Set<string>();
  return hits
    .filter(({ subject }) => seen.size === seen.add(subject).size)
    .map(({ subject }) => `returns ${subject} twice`);
}

/** Hits of one rule whose query is known to keep the contract, by subject. Throws a SourceError for rows that break it. */
export async function askRule(store: Reader, rule: Rule, config: Pick<Config, 'rules'>): Promise<Hit[]> {
  const converted = (await store.all(rule.query, bindings(rule, config))).map((row) => toHit(rule, row));
  assertNone(
    rule,
    converted
      .filter((item) => Array.isArray(item))
      .flat()
      .map((mistake) => `returns ${mistake}`),
  );
  const hits = (converted as Hit[]).sort((a, b) => compareText(a.subject, b.subject));
  assertNone(rule, doubledSubjects(hits));
  return hits;
}

/** Hits of one rule, by subject. Throws a SourceError when the query or its rows break the contract of rules. */
export async function runRule(store: Reader, rule: Rule, config: Pick<Config, 'rules'>): Promise<Hit[]> {
  assertNone(rule, await queryMistakes(store, rule));
  assertNone(rule, await columnMistakes(store, rule, bindings(rule, config)));
  return askRule(store, rule, config);
}
