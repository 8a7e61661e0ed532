import type { ColumnKind } from '../../model/column.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { facts as ownFacts } from '../../model/facts.js';
import type { PackFact } from '../../model/rule.js';
import { findTable } from '../../model/tables/index.js';
import { openStore } from '../../store/duckdb.js';
import { describeQuery, inspectQuery, type QueryParts } from '../../store/inspect.js';
import { createTable } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import { allowedFunctions } from './functions.js';
import { guard, isGuarded, personsRelation } from './guard.js';

const personColumns =
  'CREATE TABLE work_persons (system_id VARCHAR, key_type VARCHAR, subject_key VARCHAR, person_id BIGINT)';

/** `CREATE TABLE` of a relation that facts of packs may read; undefined when they may not. */
function declarationOf(relation: string): string | undefined {
  if (relation === personsRelation) return personColumns;
  const table = relation.startsWith('std_')
    ? findTable(relation.slice(4))
    : ownFacts.find(({ name }) => name === relation);
  return table && createTable(relation, table.columns, ['_source INTEGER', '_row BIGINT']);
}

const types: Partial<Record<ColumnKind, RegExp>> = {
  text: /^VARCHAR$/,
  integer: /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/,
  decimal: /^(DECIMAL\(.*|(TINY|SMALL|BIG|HUGE)?INT|INTEGER)$/,
  boolean: /^BOOLEAN$/,
  instant: /^TIMESTAMP$/,
  date: /^DATE$/,
};

/** What shows without running the query. */
const partMistakes = (parts: QueryParts): string[] => [
  ...parts.relations
    .filter((name) => declarationOf(name) === undefined)
    .map((name) => `reads ${name}, which is neither a std_ table, a fact_ nor ${personsRelation}`),
  ...parts.oddities.map((oddity) => `reads through ${oddity}`),
  ...parts.tableFunctions.map((name) => `reads from ${name}()`),
  ...parts.functions
    .filter((name) => !allowedFunctions.has(name) && !parts.tableFunctions.includes(name))
    .map((name) => `calls ${name}(), which facts of packs may not`),
  ...parts.parameters.map((name) => `uses $${name}; facts have no parameters`),
  ...(parts.grouped ? [] : ['is not grouped: a fact says how many, never who']),
];

async function columnMistakes(store: Store, { query, table }: PackFact): Promise<string[]> {
  const found = new Map(
    (await describeQuery(store, query, {})).map(({ column_name, column_type }) => [column_name, column_type]),
  );
  return [
    ...Object.entries(table.columns).flatMap(([name, { kind }]) => {
      const type = found.get(name);
      if (type === undefined) return [`lacks the column ${name}`];
      return types[kind]?.test(type) ? [] : [`returns ${name} as ${type}, which is no ${kind}`];
    }),
    ...[...found.keys()]
      .filter((name) => !Object.hasOwn(table.columns, name))
      .map((name) => `returns ${name}, which its yaml does not declare`),
  ];
}

async function mistakesOf(fact: PackFact): Promise<string[]> {
  const store = await openStore({ threads: 1 });
  try {
    const parts = await inspectQuery(store, fact.query);
    if (typeof parts === 'string') return [`is not one SELECT: ${parts}`];
    const mistakes = partMistakes(parts);
    if (mistakes.length > 0) return mistakes;
    for (const relation of parts.relations) {
      await store.run(declarationOf(relation)!);
      if (isGuarded(relation)) await guard(store, relation, '');
    }
    await store.seal();
    return await columnMistakes(store, fact).catch((error: Error) => [
      `cannot be understood: ${error.message.split('\n')[0]}`,
    ]);
  } finally {
    store.close();
  }
}

/** Everything wrong with facts of packs, found on empty tables; a name of unsilo's own is one of them. */
export async function packFactProblems(facts: readonly PackFact[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const fact of facts) {
    const taken = ownFacts.some(({ name }) => name === fact.table.name);
    const mistakes = taken
      ? [`would be called ${fact.table.name}, like a fact of unsilo`]
      : await mistakesOf(fact);
    problems.push(
      ...mistakes.map((mistake) => ({ place: { file: fact.file }, message: `the fact ${mistake}` })),
    );
  }
  return problems;
}

/** Throws a SourceError with everything wrong with facts of packs. */
export async function assertPackFacts(facts: readonly PackFact[]): Promise<void> {
  const problems = await packFactProblems(facts);
  if (problems.length > 0) throw new SourceError(problems);
}
