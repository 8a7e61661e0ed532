import type { Check } from '../../check.js';

export const unsubscribeChecks: Readonly<Record<string, Check>> = {};
