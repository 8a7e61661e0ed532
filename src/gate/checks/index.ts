import type { Check } from '../check.js';
import { a11yChecks } from './a11y/index.js';
import { audienceChecks } from './audience/index.js';
import { choiceChecks } from './choice/index.js';
import { consentChecks } from './consent/index.js';
import { gateChecks } from './gate/index.js';
import { htmlChecks } from './html/index.js';
import { lifecycleChecks } from './lifecycle/index.js';
import { linkChecks } from './link/index.js';
import { localeChecks } from './locale/index.js';
import { mimeChecks } from './mime/index.js';
import { noticeChecks } from './notice/index.js';
import { postChecks } from './post/index.js';
import { privacyChecks } from './privacy/index.js';
import { proseChecks } from './prose/index.js';
import { pushChecks } from './push/index.js';
import { rtlChecks } from './rtl/index.js';
import { senderChecks } from './sender/index.js';
import { smsChecks } from './sms/index.js';
import { supplyChecks } from './supply/index.js';
import { syntaxChecks } from './syntax/index.js';
import { textChecks } from './text/index.js';
import { unsubscribeChecks } from './unsubscribe/index.js';
import { variantChecks } from './variant/index.js';

/** Checks by the id of their rule; each pack lists its own. */
export const checks: Readonly<Record<string, Check>> = {
  ...a11yChecks,
  ...htmlChecks,
  ...linkChecks,
  ...localeChecks,
  ...mimeChecks,
  ...postChecks,
  ...privacyChecks,
  ...pushChecks,
  ...rtlChecks,
  ...senderChecks,
  ...smsChecks,
  ...supplyChecks,
  ...syntaxChecks,
  ...textChecks,
  ...unsubscribeChecks,
  ...variantChecks,
  ...gateChecks,
  ...lifecycleChecks,
  ...consentChecks,
  ...audienceChecks,
  ...choiceChecks,
  ...noticeChecks,
  ...proseChecks,
};
