import type { Check } from '../../check.js';
import { stalenessOf } from '../../staleness.js';

/** A contract that no longer says what is. */
export const staleContract: Check = function* (
  { contract, settings, today, files },
  { tolerated_days: most },
) {
  const days = contract && stalenessOf(contract, today);
  if (days === undefined) return;
  const file = files.find(({ path }) => path === settings.contract) ?? { path: settings.contract, text: '' };
  yield {
    case: days > Number(most) ? 'long' : 'stale',
    at: { file },
    subject: 'contract',
    args: { days, until: contract!.valid_until.slice(0, 10), as_of: contract!.as_of.slice(0, 10) },
  };
};
