import { explainBaselineRule } from '../../app/explain-baseline.js';
import {
  explainRule,
  listFormats,
  listRules,
  renderExplanation,
  renderRuleList,
  testRules,
} from '../../app/packs.js';
import { UsageError } from '../../model/errors.js';
import { didYouMean } from '../../text/nearest.js';
import { assertFolder } from '../checks.js';
import { writeOut } from '../output.js';

const placeOfRules = 'a folder of packs, or one with unsilo.yaml';

const writeLines = (lines: readonly string[]): Promise<boolean> => writeOut(`${lines.join('\n')}\n`);

/** Prints every rule with its title. */
export async function runRulesList(dir?: string, format = 'text'): Promise<void> {
  const wanted = listFormats.find((known) => known === format);
  if (!wanted) throw unknownFormat(format);
  if (dir !== undefined) await assertFolder(dir, placeOfRules);
  await writeOut(renderRuleList(await listRules(dir), wanted));
}

const unknownFormat = (format: string): UsageError =>
  new UsageError({
    message: `unknown format '${format}'`,
    expected: listFormats.join(', '),
    tips: didYouMean(format, listFormats),
  });

/** Runs the cases of every rule; 1 when one of them fails. */
export async function runRulesTest(dir?: string): Promise<number> {
  if (dir !== undefined) await assertFolder(dir, placeOfRules);
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

/** Prints the page of a rule, its parameters, what it rests on, and how to switch it off. */
export async function runExplain(name: string, dir?: string): Promise<void> {
  if (dir !== undefined) await assertFolder(dir);
  const page = await explainBaselineRule(name);
  await writeOut(page ?? renderExplanation(await explainRule(name, dir)));
}
