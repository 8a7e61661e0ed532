import type { Check } from '../../check.js';
import { encodingInflation } from './encoding-inflation.js';
import { segments } from './segments.js';
import { shortLink } from './short-link.js';

export const smsChecks: Readonly<Record<string, Check>> = {
  'sms/encoding-inflation': encodingInflation,
  'sms/segments': segments,
  'sms/short-link': shortLink,
};
