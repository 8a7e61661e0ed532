import type { Check } from '../../check.js';

export const linkChecks: Readonly<Record<string, Check>> = {};
