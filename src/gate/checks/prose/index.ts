import type { Check } from '../../check.js';
import { allCaps } from './all-caps.js';
import { blamingCustomer, jargon } from './phrases.js';
import { readingLevel } from './reading-level.js';

export const proseChecks: Readonly<Record<string, Check>> = {
  'prose/all-caps': allCaps,
  'prose/blaming-customer': blamingCustomer,
  'prose/jargon': jargon,
  'prose/reading-level': readingLevel,
};
