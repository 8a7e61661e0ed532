import type { Rule } from '../model/rule.js';
import { inspectQuery, type QueryParts } from '../store/inspect.js';
import type { Query } from '../store/store.js';
import { relationProblem } from './relations.js';

/** Functions whose answer depends on the run, the machine or the order of rows. */
const unsteady =
  /^(any_value|arbitrary|first|last|approx_.*|random|setseed|uuid|gen_random_uuid|now|today|get_current_.*|current_.*|transaction_timestamp|localtime.*|reservoir_quantile|getenv|getvariable|avg|favg|fsum|kahan_sum|sumkahan|stddev.*|var_.*|nextval|currval|error|sleep_ms|txid_current|write_log|stats|uuidv[47])$/;
const tableFunctions = new Set(['unnest', 'generate_series', 'range']);

function parameterMistakes({ parameters }: QueryParts, rule: Rule): string[] {
  const declared = Object.keys(rule.definition.parameters ?? {});
  return [
    ...parameters
      .filter((name) => !declared.includes(name))
      .map((name) => `uses $${name}, which rule.yaml does not declare`),
    ...declared
      .filter((name) => !parameters.includes(name))
      .map((name) => `never uses the parameter ${name}`),
  ];
}

/** What a rule's query must not do: more than one SELECT over facts and small tables, with steady functions. */
export async function queryMistakes(store: Pick<Query, 'all'>, rule: Rule): Promise<string[]> {
  const parts = await inspectQuery(store, rule.query);
  if (typeof parts === 'string') return [`is not one SELECT: ${parts}`];
  return [
    ...parts.relations.map((name) => relationProblem(name, rule)).filter((problem) => problem !== undefined),
    ...parts.oddities.map((oddity) => `reads through ${oddity}`),
    ...parts.tableFunctions
      .filter((name) => !tableFunctions.has(name))
      .map((name) => `calls ${name}(), which reads from outside`),
    ...parts.functions
      .filter((name) => unsteady.test(name))
      .map((name) => `calls ${name}(), whose answer is not always the same`),
    ...parameterMistakes(parts, rule),
  ];
}
