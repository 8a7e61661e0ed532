import type { Part } from '../../../model/template.js';
import type { Check } from '../../check.js';

const encoder = new TextEncoder();
const bytesOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { text }) => sum + encoder.encode(text).length, 0);

/** HTML parts so large that a mail client shows only their beginning. */
export const clipSize: Check = function* ({ parts }, { limit }) {
  for (const part of parts) {
    if (part.name !== 'html' || part.channel !== 'email') continue;
    const bytes = bytesOf([part, ...part.included]);
    if (bytes > Number(limit)) yield { case: 'clipped', at: { part }, args: { bytes, limit: Number(limit) } };
  }
};
