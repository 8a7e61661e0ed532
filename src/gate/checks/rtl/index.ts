import type { Check } from '../../check.js';
import { dirMissing } from './dir-missing.js';

export const rtlChecks: Readonly<Record<string, Check>> = {
  'rtl/dir-missing': dirMissing,
};
