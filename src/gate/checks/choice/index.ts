import type { Check } from '../../check.js';
import { scopeUnstated } from './scope-unstated.js';

export const choiceChecks: Readonly<Record<string, Check>> = { 'choice/scope-unstated': scopeUnstated };
