import type { Check } from '../../check.js';
import { unsuppliedField } from './unsupplied-field.js';

export const supplyChecks: Readonly<Record<string, Check>> = {
  'supply/unsupplied-field': unsuppliedField,
};
