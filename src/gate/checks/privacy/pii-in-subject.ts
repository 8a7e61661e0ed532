import type { Check } from '../../check.js';
import { shownInView, toHit } from './in-view.js';

/** What a subject, a preheader or a title tells everybody near the screen about its reader. */
export const piiInSubject: Check = function* (world, { kinds }) {
  for (const shown of shownInView(world, kinds as readonly string[])) yield toHit('shown', shown);
};
