import type { Query, Value } from './store.js';

/** What a query refers to, as its parser sees it; names in lower case, sorted. */
export interface QueryParts {
  readonly relations: string[];
  readonly functions: string[];
  readonly tableFunctions: string[];
  readonly parameters: string[];
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

const namesOf = (nodes: readonly Node[], key: string, wanted: (node: Node) => boolean): string[] =>
  [...new Set(nodes.filter(wanted).map((node) => String(node[key]).toLowerCase()))].sort();

/** A table named with its schema or catalogue keeps these, so that it equals no bare name. */
const fullName = (node: Node): string =>
  [node.catalog_name, node.schema_name, node.table_name].filter(Boolean).join('.');

function partsOf(tree: unknown): QueryParts {
  const nodes = [...walk(tree)];
  const tables = nodes.filter((node) => node.type === 'BASE_TABLE').map((node) => ({ name: fullName(node) }));
  const named = nodes.flatMap((node) =>
    isNode(node.cte_map) && Array.isArray(node.cte_map.map) ? (node.cte_map.map as Node[]) : [],
  );
  const own = new Set(namesOf(named, 'key', () => true));
  return {
    relations: namesOf(tables, 'name', (node) => !own.has(String(node.name).toLowerCase())),
    functions: namesOf(nodes, 'function_name', (node) => typeof node.function_name === 'string'),
    tableFunctions: namesOf(
      nodes.filter((node) => node.type === 'TABLE_FUNCTION').map((node) => node.function as Node),
      'function_name',
      () => true,
    ),
    parameters: namesOf(nodes, 'identifier', (node) => node.class === 'PARAMETER'),
  };
}

/** Reads a query without running it; text instead of parts says why it is not one SELECT. */
export async function inspectQuery(store: Query, sql: string): Promise<QueryParts | string> {
  const [row] = await store.all<{ tree: string }>('SELECT json_serialize_sql($sql::VARCHAR) AS tree', {
    sql,
  });
  const tree = JSON.parse(row!.tree) as { error: boolean; error_message?: string; statements?: unknown[] };
  if (tree.error) return tree.error_message ?? 'not a query';
  return tree.statements?.length === 1 ? partsOf(tree.statements) : 'more than one statement';
}

/** Column names and engine types of a query's result. */
export const describeQuery = (
  store: Query,
  sql: string,
  parameters: Readonly<Record<string, Value>>,
): Promise<{ column_name: string; column_type: string }[]> => store.all(`DESCRIBE ${sql}`, parameters);
