import { explainRule, listRules, ownPacks, testRules } from '../../app/packs.js';
import type { Rule } from '../../model/rule.js';
import { assertFolder } from '../checks.js';
import { writeOut } from '../output.js';

const writeLines = (lines: readonly string[]): Promise<boolean> => writeOut(`${lines.join('\n')}\n`);

/** Prints every rule with its title. */
export async function runRulesList(dir = ownPacks): Promise<void> {
  await assertFolder(dir);
  const rules = await listRules(dir);
  const width = Math.max(...rules.map(({ id }) => id.length));
  await writeLines(rules.map(({ id, definition }) => `${id.padEnd(width)}  ${definition.title}`));
}

/** Runs the cases of every rule; 1 when one of them fails. */
export async function runRulesTest(dir = ownPacks): Promise<number> {
  await assertFolder(dir);
  const count = { passed: 0, failed: 0 };
  for await (const results of testRules(dir)) {
    const failures = results.filter(({ problems }) => problems.length > 0);
    count.failed += failures.length;
    count.passed += results.length - failures.length;
    for (const { rule, title, problems } of failures)
      await writeLines([`${rule}: ${title}`, ...problems.map((problem) => `  ${problem}`)]);
  }
  await writeLines([`${count.passed} passed, ${count.failed} failed`]);
  return count.failed > 0 ? 1 : 0;
}

function parameterLines({ parameters = {} }: Rule['definition']): string[] {
  const lines = Object.entries(parameters).map(
    ([name, { default: usual, doc }]) =>
      `- ${name} (${Array.isArray(usual) ? usual.join(', ') : usual}): ${doc}`,
  );
  return lines.length > 0 ? ['', '## Parameters', '', ...lines] : [];
}

/** Prints the page of a rule, its parameters and what it rests on. */
export async function runExplain(name: string): Promise<void> {
  const { definition, readme } = await explainRule(name);
  const sources = definition.sources.map((source) => `- ${source}`);
  await writeLines([readme.trimEnd(), ...parameterLines(definition), '', '## Sources', '', ...sources]);
}
