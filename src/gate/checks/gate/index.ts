import type { Check } from '../../check.js';
import { changedAfterApproval } from './changed-after-approval.js';
import { openCause } from './open-cause.js';
import { staleContract } from './stale-contract.js';
import { unapproved } from './unapproved.js';
import { unmatchedSetting } from './unmatched-setting.js';
import { unownedTemplate } from './unowned-template.js';

export const gateChecks: Readonly<Record<string, Check>> = {
  'gate/changed-after-approval': changedAfterApproval,
  'gate/open-cause': openCause,
  'gate/stale-contract': staleContract,
  'gate/unapproved': unapproved,
  'gate/unmatched-setting': unmatchedSetting,
  'gate/unowned-template': unownedTemplate,
};
