import type { Check } from '../../check.js';
import { contradiction } from './contradiction.js';
import { linkParity } from './link-parity.js';
import { missingTextPart } from './missing-text-part.js';

export const variantChecks: Readonly<Record<string, Check>> = {
  'variant/contradiction': contradiction,
  'variant/link-parity': linkParity,
  'variant/missing-text-part': missingTextPart,
};
