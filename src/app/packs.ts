import { resolve } from 'node:path';
import { assertPackFacts } from '../facts/packs/check.js';
import { UsageError } from '../model/errors.js';
import type { Rule } from '../model/rule.js';
import { findRule } from '../rules/check-config.js';
import { assertForeign, idForm, packsOf } from '../rules/check-foreign.js';
import { readPacks, readPolicy } from '../rules/read-packs.js';
import { readUsersFolder, readUsersPacks } from '../rules/read-users-packs.js';
import { type CaseResult, testRule } from '../rules/test-rule.js';
import { readConfig } from '../sources/read-config.js';
import { compareText } from '../text/compare.js';
import { didYouMean } from '../text/nearest.js';
import { ownPacks } from './own-packs.js';
import { factsOf } from './users-packs.js';

export { renderExplanation } from '../rules/explain.js';
export { listFormats, renderRuleList } from '../rules/list.js';
export { scaffoldRule } from '../rules/scaffold.js';

/** The rules of an ecosystem's own packs; undefined where there is no unsilo.yaml. */
async function usersRules(dir: string): Promise<Rule[] | undefined> {
  const read = await readConfig(dir).catch((error: unknown) => {
    if (error instanceof UsageError) return undefined;
    throw error;
  });
  return read && readUsersPacks(dir, read.config);
}

const noRules = (dir: string): UsageError =>
  new UsageError({
    message: `there are no rules in '${dir}'`,
    expected: 'a folder of packs, with <pack>/<rule>/rule.yaml below it, or one with unsilo.yaml',
    tips: [`unsilo rules new <pack>/<rule> --dir ${dir} begins one`],
  });

/**
 * The rules of a place, by id: of an ecosystem those of unsilo and its own, of a folder of packs those in it, and
 * without a place those of unsilo, and of the ecosystem here if there is one. Throws a UsageError where there is none.
 */
export async function listRules(dir?: string): Promise<Rule[]> {
  const users = await usersRules(dir ?? '.');
  if (users || dir === undefined)
    return [...(await readPacks(ownPacks)), ...(users ?? [])].sort((a, b) => compareText(a.id, b.id));
  const path = resolve(dir);
  const rules = await (path === resolve(ownPacks) ? readPacks(path) : readUsersFolder({ path, shown: dir }));
  if (rules.length === 0) throw noRules(dir);
  return rules;
}

/** Runs the cases of every rule of a place, rule by rule; users' packs are looked through before. */
export async function* testRules(dir?: string): AsyncGenerator<CaseResult[]> {
  const rules = await listRules(dir);
  const users = rules.filter(({ foreign }) => foreign);
  await assertForeign(users, await readPacks(ownPacks), await readPolicy(ownPacks));
  await assertPackFacts(factsOf(users));
  for (const rule of rules) yield testRule(rule);
}

/** The rule of that id, code or retired name; a UsageError with the nearest when there is none. */
export async function explainRule(name: string, dir?: string): Promise<Rule> {
  const rules = await listRules(dir);
  const rule = findRule(rules, name);
  if (rule) return rule;
  throw new UsageError({
    message: `unknown rule '${name}'`,
    expected: 'a rule of `unsilo rules list`',
    tips: didYouMean(
      name,
      rules.map(({ id }) => id),
    ),
  });
}

/** Throws a UsageError for what cannot be the id of a user's rule. */
export async function assertNewId(id: string): Promise<void> {
  if (!idForm.test(id) || /\/(facts|tables)$/.test(id))
    throw new UsageError({
      message: `'${id}' cannot be the id of a rule`,
      expected: '<pack>/<rule>, small letters, digits and -',
    });
  const pack = id.split('/')[0]!;
  if (packsOf(await readPacks(ownPacks)).has(pack))
    throw new UsageError({
      message: `the pack '${pack}' comes with unsilo`,
      expected: 'a pack with a name of its own',
    });
}
