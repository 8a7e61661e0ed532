import type { Check } from '../check.js';
import { supplyChecks } from './supply/index.js';
import { syntaxChecks } from './syntax/index.js';

/** Checks by the id of their rule; each pack lists its own. */
export const checks: Readonly<Record<string, Check>> = { ...syntaxChecks, ...supplyChecks };
