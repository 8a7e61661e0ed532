import type { Check } from '../../check.js';
import { wrongLink } from './wrong-link.js';

export const audienceChecks: Readonly<Record<string, Check>> = { 'audience/wrong-link': wrongLink };
