import { readAdvice } from '../facts/advice/read-advice.js';
import { advise } from '../findings/advise.js';
import type { Doctor } from '../model/advice.js';
import { readAdviceTexts } from '../rules/read-advice-texts.js';
import { ownPacks } from './own-packs.js';
import { type Announce, type RunRequest, withRun } from './run-stages.js';

export { doctorFormats, renderDoctor } from '../report/doctor/index.js';

/** Runs the audit and says what limits it: what is missing, what adding it would unlock, settings without effect. */
export async function doctor(request: RunRequest, announce: Announce): Promise<Doctor> {
  const texts = await readAdviceTexts(ownPacks);
  return withRun(request, announce, async ({ store, config, asOf, coverage, rules, notEvaluated, off }) => {
    const seen = await readAdvice(store, coverage.systems_without_data);
    return {
      ecosystem: config.name,
      as_of: asOf.time,
      rules_evaluated: rules.length - notEvaluated.length - off.length,
      rules: rules.length - off.length,
      advice: advise(seen, { config, notEvaluated, texts }),
    };
  });
}
