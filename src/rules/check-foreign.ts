import { type Problem, SourceError } from '../model/errors.js';
import type { Policy } from '../model/policy.js';
import type { Rule } from '../model/rule.js';
import { openStore } from '../store/duckdb.js';
import { didYouMean } from '../text/nearest.js';
import { queryMistakes } from './check-query.js';
import { fileOf } from './file-of.js';
import { namesOf } from './parameters.js';

export const idForm = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** Characters; a question that needs more belongs into facts. */
const longest = 50_000;

type Details = Omit<Problem, 'place'>;
const at = (rule: Rule, name: string, details: Details): Problem => ({
  place: { file: fileOf(rule, name) },
  ...details,
});

/** Packs that have no folder of rules, and are unsilo's all the same. */
const reserved = ['baseline'];

/** Packs whose names users cannot have. */
export const packsOf = (own: readonly Rule[]): Set<string> =>
  new Set([...reserved, ...own.map(({ pack }) => pack)]);

/** Names that something else answers to already: packs of unsilo, and every id, code and alias. */
function nameProblems(rule: Rule, own: readonly Rule[], others: readonly Rule[]): Problem[] {
  const packs = packsOf(own);
  const taken = [...own, ...others.filter((other) => other !== rule)];
  return [
    ...(idForm.test(rule.id)
      ? []
      : [
          at(rule, 'rule.yaml', {
            message: `'${rule.id}' cannot be the id of a rule`,
            expected: 'small letters, digits and - in both folder names',
          }),
        ]),
    ...(packs.has(rule.pack)
      ? [
          at(rule, 'rule.yaml', {
            message: `the pack '${rule.pack}' comes with unsilo`,
            expected: 'a pack with a name of its own',
          }),
        ]
      : []),
    ...namesOf(rule)
      .filter((name) => taken.some((other) => namesOf(other).includes(name)))
      .map((name) =>
        at(rule, 'rule.yaml', { message: `another rule answers to '${name}' already`, value: name }),
      ),
  ];
}

function definitionProblems(rule: Rule, policy: Pick<Policy, 'harms'>): Problem[] {
  const harms = policy.harms.map(({ harm }) => harm);
  const unknown = Object.values(rule.definition.cases)
    .map(({ harm }) => harm)
    .filter((harm) => !harms.includes(harm));
  return [
    ...unknown.map((harm) =>
      at(rule, 'rule.yaml', {
        message: `there is no harm '${harm}'`,
        value: harm,
        expected: harms.join(', '),
        tips: didYouMean(harm, harms),
      }),
    ),
    ...(rule.definition.affected
      ? [
          at(rule, 'rule.yaml', {
            message: 'affected: look-ups are for rules that come with unsilo',
            tips: ['leave it out'],
          }),
        ]
      : []),
    ...(rule.query.length > longest
      ? [
          at(rule, 'query.sql', {
            message: `the query has ${rule.query.length} characters`,
            expected: `at most ${longest}`,
          }),
        ]
      : []),
  ];
}

/** What is wrong with the queries, without running them. */
async function queryProblems(rules: readonly Rule[]): Promise<Problem[]> {
  const store = await openStore({ threads: 1 });
  try {
    await store.seal();
    const problems: Problem[] = [];
    for (const rule of rules)
      for (const mistake of await queryMistakes(store, rule))
        problems.push(at(rule, 'query.sql', { message: `the query ${mistake}` }));
    return problems;
  } finally {
    store.close();
  }
}

/** Throws a SourceError with everything that keeps rules of users' packs from being asked beside those of unsilo. */
export async function assertForeign(
  rules: readonly Rule[],
  own: readonly Rule[],
  policy: Pick<Policy, 'harms'>,
): Promise<void> {
  if (rules.length === 0) return;
  const problems = rules.flatMap((rule) => [
    ...nameProblems(rule, own, rules),
    ...definitionProblems(rule, policy),
  ]);
  if (problems.length === 0) problems.push(...(await queryProblems(rules)));
  if (problems.length > 0) throw new SourceError(problems);
}
