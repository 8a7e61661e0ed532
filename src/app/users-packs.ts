import { assertPackFacts } from '../facts/packs/check.js';
import { computePackFacts } from '../facts/packs/compute.js';
import type { Config } from '../model/config.js';
import type { Policy } from '../model/policy.js';
import type { PackFact, Rule } from '../model/rule.js';
import type { PackAnswers } from '../rules/ask-foreign.js';
import { offReason } from '../rules/check-config.js';
import { assertForeign } from '../rules/check-foreign.js';
import { readUsersPacks } from '../rules/read-users-packs.js';
import { readOwnKey } from '../sources/read-key.js';
import { inspectQuery } from '../store/inspect.js';
import type { Store } from '../store/store.js';
import { parseDuration } from '../text/durations.js';

/** Facts of all packs, each once. */
export const factsOf = (rules: readonly Rule[]): PackFact[] => [
  ...new Map(rules.flatMap(({ foreign }) => foreign?.facts ?? []).map((fact) => [fact.file, fact])).values(),
];

/** Rules of the ecosystem's own packs, looked through before anything is loaded. Throws a SourceError with all mistakes. */
export async function readUsersRules(
  dir: string,
  config: Pick<Config, 'packs'>,
  own: readonly Rule[],
  policy: Pick<Policy, 'harms'>,
): Promise<Rule[]> {
  const rules = await readUsersPacks(dir, config);
  await assertForeign(rules, own, policy);
  await assertPackFacts(factsOf(rules));
  return rules;
}

/** Facts some rule reads that is not switched off. */
async function factsWanted(store: Store, rules: readonly Rule[], config: Config): Promise<PackFact[]> {
  const wanted = new Set<PackFact>();
  for (const rule of rules.filter((one) => one.foreign && offReason(one, config) === undefined)) {
    const parts = await inspectQuery(store, rule.query);
    const relations = typeof parts === 'string' ? [] : parts.relations;
    for (const fact of rule.foreign?.facts ?? []) if (relations.includes(fact.table.name)) wanted.add(fact);
  }
  return factsOf(rules).filter(({ file }) => [...wanted].some((fact) => fact.file === file));
}

/** What facts of users' packs say; afterwards the engine is sealed if there are any. */
export async function askPackFacts(
  store: Store,
  rules: readonly Rule[],
  config: Config,
  storeDir: string,
): Promise<PackAnswers> {
  const facts = await factsWanted(store, rules, config);
  if (facts.length === 0) return new Map();
  const { bytes } = await readOwnKey(storeDir);
  const seconds = parseDuration(config.limits?.fact_time ?? 'PT10M')!;
  return computePackFacts(store, facts, { seconds, secret: bytes.toString('hex') });
}
