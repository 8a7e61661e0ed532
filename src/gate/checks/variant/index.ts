import type { Check } from '../../check.js';
import { channelCapability } from './channel-capability.js';
import { contradiction } from './contradiction.js';
import { linkParity } from './link-parity.js';
import { missingFact } from './missing-fact.js';
import { missingTextPart } from './missing-text-part.js';

export const variantChecks: Readonly<Record<string, Check>> = {
  'variant/channel-capability': channelCapability,
  'variant/contradiction': contradiction,
  'variant/link-parity': linkParity,
  'variant/missing-fact': missingFact,
  'variant/missing-text-part': missingTextPart,
};
