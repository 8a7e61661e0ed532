import type { Check } from '../../check.js';
import { http } from './http.js';
import { textMismatch } from './text-mismatch.js';
import { unownedDomain } from './unowned-domain.js';

export const linkChecks: Readonly<Record<string, Check>> = {
  'link/http': http,
  'link/text-mismatch': textMismatch,
  'link/unowned-domain': unownedDomain,
};
