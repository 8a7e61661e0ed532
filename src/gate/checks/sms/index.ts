import type { Check } from '../../check.js';

export const smsChecks: Readonly<Record<string, Check>> = {};
