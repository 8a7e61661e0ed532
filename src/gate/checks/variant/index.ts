import type { Check } from '../../check.js';
import { contradiction } from './contradiction.js';

export const variantChecks: Readonly<Record<string, Check>> = {
  'variant/contradiction': contradiction,
};
