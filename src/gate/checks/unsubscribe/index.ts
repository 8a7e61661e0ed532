import type { Check } from '../../check.js';
import { deadTarget } from './dead-target.js';
import { inTransactional } from './in-transactional.js';
import { missingLink } from './missing-link.js';
import { oneClickHeaders } from './one-click-headers.js';

export const unsubscribeChecks: Readonly<Record<string, Check>> = {
  'unsubscribe/dead-target': deadTarget,
  'unsubscribe/in-transactional': inTransactional,
  'unsubscribe/missing-link': missingLink,
  'unsubscribe/one-click-headers': oneClickHeaders,
};
