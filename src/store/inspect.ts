import type { Query, Value } from './store.js';

/** Whatever can answer a question. */
type Reader = Pick<Query, 'all'>;

/** What a query refers to, as its parser sees it; names in lower case, sorted. */
export interface QueryParts {
  readonly relations: string[];
  readonly functions: string[];
  readonly tableFunctions: string[];
  readonly parameters: string[];
  /** Ways to read that depend on chance or place, or that describe instead of read. */
  readonly oddities: string[];
  /** Its rows are groups: the outermost SELECT has GROUP BY. */
  readonly grouped: boolean;
}

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* walk(child);
  }
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();
const namesOf = (nodes: readonly Node[], key: string, wanted: (node: Node) => boolean): string[] =>
  sorted(nodes.filter(wanted).map((node) => String(node[key]).toLowerCase()));

const steps = (node: Node): Node[] =>
  isNode(node.cte_map) && Array.isArray(node.cte_map.map) ? (node.cte_map.map as Node[]) : [];

/** A table named with its schema or catalogue keeps these, so that it equals no bare name. */
function tableName(node: Node, own: ReadonlySet<string>): string[] {
  const bare = String(node.table_name).toLowerCase();
  const qualified = [node.catalog_name, node.schema_name].filter(Boolean).length > 0;
  if (!qualified && own.has(bare)) return [];
  return [[node.catalog_name, node.schema_name, bare].filter(Boolean).join('.').toLowerCase()];
}

/** Tables that are no step of the query: a step is known after it, and inside itself only when it recurs. */
function relationsIn(value: unknown, own: ReadonlySet<string>): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => relationsIn(item, own));
  if (!isNode(value)) return [];
  if (value.type === 'BASE_TABLE') return tableName(value, own);
  const known = new Set(own);
  if (value.type === 'RECURSIVE_CTE_NODE') known.add(String(value.cte_name).toLowerCase());
  const inSteps = steps(value).flatMap(({ key, value: step }) => {
    const found = relationsIn(step, known);
    known.add(String(key).toLowerCase());
    return found;
  });
  const { cte_map: _, ...rest } = value;
  return [...inSteps, ...relationsIn(Object.values(rest), known)];
}

const odd: readonly [string, (node: Node) => boolean][] = [
  ['a sample', (node) => isNode(node.sample)],
  ['a positional join', (node) => node.ref_type === 'POSITIONAL'],
  ['an earlier state of a table', (node) => isNode(node.at_clause)],
  ['DESCRIBE, SHOW or SUMMARIZE', (node) => node.type === 'SHOW_REF'],
];

const isGrouped = ({ node }: Node): boolean =>
  isNode(node) &&
  node.type === 'SELECT_NODE' &&
  ((node.group_expressions as unknown[]).length > 0 || node.aggregate_handling === 'FORCE_AGGREGATES');

function partsOf(statement: Node): QueryParts {
  const nodes = [...walk(statement)];
  const tableFunctions = nodes
    .filter((node) => node.type === 'TABLE_FUNCTION')
    .map((node) => node.function as Node);
  return {
    relations: sorted(relationsIn(statement, new Set())),
    functions: namesOf(nodes, 'function_name', (node) => typeof node.function_name === 'string'),
    tableFunctions: namesOf(tableFunctions, 'function_name', () => true),
    parameters: namesOf(nodes, 'identifier', (node) => node.class === 'PARAMETER'),
    oddities: odd.filter(([, is]) => nodes.some(is)).map(([name]) => name),
    grouped: isGrouped(statement),
  };
}

/** Reads a query without running it; text instead of parts says why it is not one SELECT. */
export async function inspectQuery(store: Reader, sql: string): Promise<QueryParts | string> {
  const [row] = await store.all<{ tree: string }>('SELECT json_serialize_sql($sql::VARCHAR) AS tree', {
    sql,
  });
  const tree = JSON.parse(row!.tree) as { error: boolean; error_message?: string; statements?: Node[] };
  if (tree.error)
    return /^Only SELECT/.test(tree.error_message ?? '')
      ? 'it does something else'
      : (tree.error_message ?? 'not a query');
  const [first, second] = tree.statements ?? [];
  if (!first) return 'it is empty';
  return second ? 'more than one statement' : partsOf(first);
}

/** Column names and engine types of a query's result. */
export const describeQuery = (
  store: Reader,
  sql: string,
  parameters: Readonly<Record<string, Value>>,
): Promise<{ column_name: string; column_type: string }[]> => store.all(`DESCRIBE ${sql}`, parameters);
