import type { Check } from '../../check.js';

export const pushChecks: Readonly<Record<string, Check>> = {};
