import type { Check } from '../../check.js';
import { encodingInflation } from './encoding-inflation.js';
import { optOut } from './opt-out.js';
import { otpFormat } from './otp-format.js';
import { segments } from './segments.js';
import { shortLink } from './short-link.js';

export const smsChecks: Readonly<Record<string, Check>> = {
  'sms/encoding-inflation': encodingInflation,
  'sms/opt-out': optOut,
  'sms/otp-format': otpFormat,
  'sms/segments': segments,
  'sms/short-link': shortLink,
};
