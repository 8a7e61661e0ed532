import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/classify/create-classifier.js';
import { type ClassifyInput, familyOf, reasonDefaults } from '../../src/model/delivery.js';
import { readClassifyRules } from '../../src/rules/read-classify-rules.js';

const rules = await readClassifyRules(fileURLToPath(new URL('../../rules/classify', import.meta.url)));
const classify = createClassifier(rules);
const silent: ClassifyInput = {
  channel: 'email',
  vendor: '',
  type: 'bounced',
  providerCode: '',
  rawType: '',
  enhancedCode: '',
  replyCode: '',
  text: '',
};
const reasonOf = (said: Partial<ClassifyInput>): string => classify({ ...silent, ...said }).reason;

test.each<[string, Partial<ClassifyInput>, string]>([
  ['the enhanced code', { enhancedCode: '5.1.1' }, 'recipient_unknown'],
  ['the enhanced code before the reply code', { enhancedCode: '4.2.2', replyCode: '421' }, 'mailbox_full'],
  ['the subject of an unlisted enhanced code', { enhancedCode: '5.7.99' }, 'policy_violation'],
  ['the reply code', { replyCode: '552' }, 'mailbox_full'],
  ['the usual provider of the channel', { channel: 'sms', providerCode: '30007' }, 'carrier_filtered'],
  ['the provider the vendor names', { vendor: 'SparkPost EU', providerCode: '22' }, 'mailbox_full'],
  [
    'the provider before the enhanced code',
    { providerCode: 'throttled', enhancedCode: '5.1.1' },
    'throttled',
  ],
  ["the provider's own word", { channel: 'post', type: 'returned', rawType: 'DEC' }, 'recipient_deceased'],
  [
    'the part of a code in two parts',
    { vendor: 'Amazon SES', providerCode: 'Permanent/NoEmail' },
    'recipient_unknown',
  ],
  [
    "Salesforce's number",
    { vendor: 'sfmc', providerCode: '2002', rawType: 'Bounce/Hard bounce' },
    'domain_unknown',
  ],
  [
    "Salesforce's subcategory before its category",
    { vendor: 'sfmc', providerCode: 'Block bounce', rawType: 'Bounce/Block bounce/Authentication' },
    'authentication_failed',
  ],
  [
    "Salesforce's category after the words",
    { vendor: 'sfmc', providerCode: 'Hard bounce', text: '552 mailbox full' },
    'mailbox_full',
  ],
  ["Marketo's category", { vendor: 'marketo', providerCode: '2' }, 'recipient_unknown'],
  [
    "the words before Marketo's category",
    { vendor: 'marketo', providerCode: '2', text: '552 5.2.2 mailbox full' },
    'mailbox_full',
  ],
  ["Infobip's base station", { vendor: 'infobip', providerCode: '2' }, 'network_error'],
  ["Braze's kind of abort", { vendor: 'braze', providerCode: 'rate_limit' }, 'throttled'],
  [
    'a note of Deutsche Post',
    { channel: 'post', type: 'returned', rawType: 'Annahme verweigert' },
    'recipient_refused',
  ],
  [
    'the words where the provider is not sure',
    { vendor: 'SES', providerCode: 'Transient/General', text: 'mailbox full' },
    'mailbox_full',
  ],
  ['the words before a code', { enhancedCode: '5.7.1', text: 'mailbox is full' }, 'mailbox_full'],
  [
    'a sure code before words that say little',
    { enhancedCode: '5.1.1', text: 'message rejected' },
    'recipient_unknown',
  ],
  [
    'the quoted answer before its frame',
    { text: 'quota of retries used up; last error: 550 user unknown' },
    'recipient_unknown',
  ],
  ['the moment of the dialogue', { replyCode: '550', stage: 'mail_from' }, 'sender_rejected'],
  ['the type of the event', { type: 'expired' }, 'expired'],
  ['nothing', {}, 'unclassified'],
  ['a number of no named provider', { providerCode: '22' }, 'unclassified'],
  ['an invented enhanced code', { enhancedCode: '5.0.947' }, 'unclassified'],
  ['a code of success', { enhancedCode: '2.1.1' }, 'unclassified'],
])('the reason is read from %s', (_, said, reason) => {
  expect(reasonOf(said)).toBe(reason);
});

const events = ['complained', 'autoreply', 'delivered'];
const lines = readFileSync(new URL('diagnostics.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

test.each(lines.map((line) => line.split('\t') as [string, string]))('%s: %s', (wanted, text) => {
  const found = classify({ ...silent, type: '', text });
  expect(events.includes(found.type) ? found.type : found.reason).toBe(wanted);
});

describe('permanence', () => {
  test.each<[string, Partial<ClassifyInput>, string]>([
    ['is that of the reason', { text: '450 user unknown' }, 'permanent'],
    ['is not read from the reply code', { text: '550 mailbox full' }, 'temporary'],
    ['is what the provider says', { vendor: 'ses', providerCode: 'Permanent/General' }, 'permanent'],
    ['of a domain that takes no mail is final', { text: '556 null MX' }, 'permanent'],
    ['of a domain that takes no mail may pass', { enhancedCode: '4.0.0', text: 'null MX' }, 'temporary'],
    ['of a vague code alone follows its class', { enhancedCode: '4.5.0' }, 'temporary'],
    [
      'of words stands whatever the class of a code',
      { enhancedCode: '4.1.1', text: 'no such user' },
      'permanent',
    ],
    ['is unknown where the reason is', { text: 'blurb' }, 'unknown'],
    ['of a 550 that words alone explain may pass', { text: '550 no such user' }, 'temporary'],
    ['of a 550 beside a status of policies, too', { text: '550 5.7.1 no such user' }, 'temporary'],
    ['of words that a status bears out is final', { text: '550 5.1.1 no such user' }, 'permanent'],
    [
      'of words that the command bears out is final',
      { text: '550 no such user', stage: 'rcpt' },
      'permanent',
    ],
    [
      'of words that name the list searched is final',
      { text: '550 user unknown in local recipient table' },
      'permanent',
    ],
    ['of what a vendor judged is final', { text: '550 no such user', vendor: 'sendgrid' }, 'permanent'],
    ['of a notice of the last host is final', { text: 'User unknown' }, 'permanent'],
  ])('%s', (_, said, permanence) => {
    expect(classify({ ...silent, ...said }).permanence).toBe(permanence);
  });
});

test('an event that the text shows stands instead of a failure', () => {
  expect(classify({ ...silent, type: '', text: '250 2.0.0 OK queued' }).type).toBe('delivered');
  expect(classify({ ...silent, type: '', text: '451 4.3.0 try again later' }).type).toBe('deferred');
  expect(classify({ ...silent, type: '', text: '' }).type).toBe('unknown');
});

test('texts that differ in addresses, hosts, times and ids alone are one case', () => {
  const say = (user: string, host: string, id: string) =>
    classify({
      ...silent,
      text: `host ${host}[192.0.2.1] said: 550 5.1.1 <${user}@example.com>: unknown (id ${id})`,
    });
  expect(say('a', 'mx1.example.org', '20261122a')).toBe(say('b', 'mx2.example.net', '20261123bc'));
});

test('the shipped tables state each code once, in capitals, and each rule once', () => {
  const { codes } = rules;
  expect(codes.map(({ code }) => code.toUpperCase())).toEqual(codes.map(({ code }) => code));
  expect(new Set(codes.map(({ scheme, code }) => `${scheme} ${code}`)).size).toBe(codes.length);
  const ids = rules.texts().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a reason has one family, and a word that is none is unclassified', () => {
  for (const [reason, { family }] of Object.entries(reasonDefaults)) expect(familyOf(reason)).toBe(family);
  expect(familyOf('blurb')).toBe('unclassified');
});
