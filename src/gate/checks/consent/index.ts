import type { Check } from '../../check.js';
import { purposeMismatch } from './purpose-mismatch.js';
import { quietHours } from './quiet-hours.js';

export const consentChecks: Readonly<Record<string, Check>> = {
  'consent/purpose-mismatch': purposeMismatch,
  'consent/quiet-hours': quietHours,
};
