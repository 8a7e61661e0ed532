import type { Check } from '../../check.js';
import { dirMissing } from './dir-missing.js';
import { ltrValueUnisolated } from './ltr-value-unisolated.js';
import { physicalCss } from './physical-css.js';

export const rtlChecks: Readonly<Record<string, Check>> = {
  'rtl/dir-missing': dirMissing,
  'rtl/ltr-value-unisolated': ltrValueUnisolated,
  'rtl/physical-css': physicalCss,
};
