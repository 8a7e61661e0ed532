import type { Check } from '../../check.js';
import { leftoverMarker } from './leftover-marker.js';

export const syntaxChecks: Readonly<Record<string, Check>> = {
  'syntax/leftover-marker': leftoverMarker,
};
