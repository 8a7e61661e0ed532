import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listGateRules, testGateRules } from '../../app/gate/rules.js';
import { listFormats, listRules, renderRuleList, testRules } from '../../app/packs.js';
import { UsageError } from '../../model/errors.js';
import { didYouMean } from '../../text/nearest.js';
import { assertFolder } from '../checks.js';
import { writeOut } from '../output.js';
import { show } from '../show.js';

const hasConfig = (dir: string): Promise<boolean> =>
  stat(join(dir, 'unsilo.yaml')).then(
    () => true,
    () => false,
  );

const placeOfRules = 'a folder of packs, or one with unsilo.yaml';

const writeLines = (lines: readonly string[]): Promise<boolean> => writeOut(`${lines.join('\n')}\n`);

/** Rules about templates come with unsilo; a folder of packs has none. */
const ownGateRules = async (dir: string | undefined) =>
  dir === undefined || (await hasConfig(dir)) ? listGateRules() : [];

/** Prints every rule with its title. */
export async function runRulesList(dir?: string, format = 'text'): Promise<void> {
  const wanted = listFormats.find((known) => known === format);
  if (!wanted) throw unknownFormat(format);
  if (dir !== undefined) await assertFolder(dir, placeOfRules);
  await show(renderRuleList(await listRules(dir), wanted, await ownGateRules(dir)));
}

const unknownFormat = (format: string): UsageError =>
  new UsageError({
    message: `unknown format '${format}'`,
    expected: listFormats.join(', '),
    tips: didYouMean(format, listFormats),
  });

async function* allCases(dir?: string) {
  yield* testRules(dir);
  if (dir === undefined) yield* testGateRules();
}

/** Runs the cases of every rule; 1 when one of them fails. */
export async function runRulesTest(dir?: string): Promise<number> {
  if (dir !== undefined) await assertFolder(dir, placeOfRules);
  const count = { passed: 0, failed: 0 };
  for await (const results of allCases(dir)) {
    const failures = results.filter(({ problems }) => problems.length > 0);
    count.failed += failures.length;
    count.passed += results.length - failures.length;
    for (const { rule, title, problems } of failures)
      await writeLines([`${rule}: ${title}`, ...problems.map((problem) => `  ${problem}`)]);
  }
  await writeLines([`${count.passed} passed, ${count.failed} failed`]);
  return count.failed > 0 ? 1 : 0;
}
