import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { type FailureCodes, type ReasonCode, reasonClassifier } from '../../../src/facts/delivery/reasons.js';

const file = new URL('../../../rules/delivery/tables/reason-codes.csv', import.meta.url);
const codes: ReasonCode[] = parse(readFileSync(file, 'utf8'), { columns: true });
const classify = reasonClassifier(codes);
const silent: FailureCodes = {
  channel: 'email',
  vendor: '',
  type: 'bounced',
  provider_code: '',
  raw_type: '',
  enhanced_code: '',
  reply_code: '',
};

test.each<[string, Partial<FailureCodes>, string]>([
  ['the enhanced code', { enhanced_code: '5.1.1' }, 'recipient_unknown'],
  ['the enhanced code before the reply code', { enhanced_code: '4.2.2', reply_code: '421' }, 'mailbox_full'],
  ['the subject of an unlisted enhanced code', { enhanced_code: '5.7.99' }, 'policy_violation'],
  ['the reply code', { reply_code: '552' }, 'mailbox_full'],
  ['the usual provider of the channel', { channel: 'sms', provider_code: '30007' }, 'carrier_filtered'],
  ['the provider the vendor names', { vendor: 'SparkPost EU', provider_code: '22' }, 'mailbox_full'],
  [
    'the provider before the enhanced code',
    { provider_code: 'throttled', enhanced_code: '5.1.1' },
    'throttled',
  ],
  ["the provider's own word", { channel: 'post', type: 'returned', raw_type: 'DEC' }, 'recipient_deceased'],
  ['the type of the event', { type: 'expired' }, 'expired'],
  ['nothing', {}, 'unclassified'],
  ['a number of no named provider', { provider_code: '22' }, 'unclassified'],
  ['an invented enhanced code', { enhanced_code: '5.0.947' }, 'unclassified'],
  ['a code of success', { enhanced_code: '2.1.1' }, 'unclassified'],
])('the reason is read from %s', (_, said, reason) => {
  expect(classify({ ...silent, ...said }).reason).toBe(reason);
});

test('the shipped table states each code once, in capitals, and each reason in one family', () => {
  expect(codes.map((entry) => entry.code.toUpperCase())).toEqual(codes.map((entry) => entry.code));
  expect(new Set(codes.map((entry) => `${entry.scheme} ${entry.code}`)).size).toBe(codes.length);
  const families = new Set(codes.map((entry) => `${entry.reason} ${entry.family}`));
  expect(families.size).toBe(new Set(codes.map((entry) => entry.reason)).size);
});
