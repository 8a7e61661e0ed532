import type { Check } from '../../check.js';

export const mimeChecks: Readonly<Record<string, Check>> = {};
