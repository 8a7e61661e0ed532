import type { Check } from '../../check.js';
import { maskRequired } from './mask-required.js';
import { piiInSms } from './pii-in-sms.js';
import { piiInSubject } from './pii-in-subject.js';
import { secretInSubject } from './secret-in-subject.js';
import { secretInUrl } from './secret-in-url.js';

export const privacyChecks: Readonly<Record<string, Check>> = {
  'privacy/mask-required': maskRequired,
  'privacy/pii-in-sms': piiInSms,
  'privacy/pii-in-subject': piiInSubject,
  'privacy/secret-in-subject': secretInSubject,
  'privacy/secret-in-url': secretInUrl,
};
