import { explainGateRule } from '../../app/gate/rules.js';
import { assertFolder } from '../checks.js';
import { show } from '../show.js';

/** The page of a rule about records or about the baseline; what reads tables is loaded only here. */
async function explainOther(name: string, dir?: string): Promise<string> {
  const { explainBaselineRule } = await import('../../app/explain-baseline.js');
  const page = await explainBaselineRule(name);
  if (page !== undefined) return page;
  const { explainRule, renderExplanation } = await import('../../app/packs.js');
  return renderExplanation(await explainRule(name, dir));
}

/** Prints the page of a rule, its parameters, what it rests on, and how to switch it off. */
export async function runExplain(name: string, dir?: string): Promise<void> {
  if (dir !== undefined) await assertFolder(dir);
  await show((await explainGateRule(name)) ?? (await explainOther(name, dir)));
}
