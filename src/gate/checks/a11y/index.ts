import type { Check } from '../../check.js';

export const a11yChecks: Readonly<Record<string, Check>> = {};
