import type { Check } from '../../check.js';

export const senderChecks: Readonly<Record<string, Check>> = {};
