import type { Check } from '../../check.js';
import { identityMissing } from './identity-missing.js';
import { noreplyWithQuestion } from './noreply-with-question.js';

export const senderChecks: Readonly<Record<string, Check>> = {
  'sender/identity-missing': identityMissing,
  'sender/noreply-with-question': noreplyWithQuestion,
};
