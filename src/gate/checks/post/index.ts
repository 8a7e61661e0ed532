import type { Check } from '../../check.js';

export const postChecks: Readonly<Record<string, Check>> = {};
