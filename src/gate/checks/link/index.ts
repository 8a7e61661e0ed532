import type { Check } from '../../check.js';
import { http } from './http.js';
import { textMismatch } from './text-mismatch.js';

export const linkChecks: Readonly<Record<string, Check>> = {
  'link/http': http,
  'link/text-mismatch': textMismatch,
};
