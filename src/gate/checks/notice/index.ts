import type { Check } from '../../check.js';
import { documentRequest } from './document-request.js';
import { elementChecks } from './elements.js';
import { excuse, unsupportedPromise } from './phrases.js';
import { missingText, noApprover, untested } from './plan.js';

export const noticeChecks: Readonly<Record<string, Check>> = {
  ...elementChecks,
  'notice/document-request': documentRequest,
  'notice/excuse': excuse,
  'notice/missing-text': missingText,
  'notice/no-approver': noApprover,
  'notice/unsupported-promise': unsupportedPromise,
  'notice/untested': untested,
};
