import type { Check } from '../../check.js';
import { lineLength } from './line-length.js';
import { preheader } from './preheader.js';

export const mimeChecks: Readonly<Record<string, Check>> = {
  'mime/line-length': lineLength,
  'mime/preheader': preheader,
};
