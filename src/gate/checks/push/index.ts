import type { Check } from '../../check.js';
import { limits } from './limits.js';

export const pushChecks: Readonly<Record<string, Check>> = { 'push/limits': limits };
