import type { Check } from '../../check.js';

export const privacyChecks: Readonly<Record<string, Check>> = {};
