import { type Item, unknownInput } from './types.js';

/** A value of JSON. */
export type Json = unknown;
type Leaves = ReadonlyMap<string, string>;
type Known = Exclude<keyof Item['of'], 'type'>;

/** Keys in which vendors say why something failed, by what they say; the first that is there is taken. */
const keys: Readonly<Record<Known, readonly string[]>> = {
  text: [
    'diagnosticcode',
    'smtpresponse',
    'bounce_reason',
    'raw_reason',
    'details',
    'response_content',
    'diag',
    'bounce_description',
    'failure_message',
    'error_message',
    'errormessage',
    'deferral_reason',
    'abort_log',
    'reason',
    'response',
    'content',
    'message',
    'description',
    'error',
  ],
  enhancedCode: ['enhanced_code', 'status', 'dsn'],
  replyCode: ['reply_code', 'smtp_code', 'smtpcode', 'code', 'status'],
  providerCode: [
    'error_code',
    'errorcode',
    'bounce_class',
    'err-code',
    'provider_error_code',
    'bouncetype',
    'bounce_classification',
    'error_id',
    'category',
    'typecode',
    'reason',
  ],
  rawType: ['eventtype', 'notificationtype', 'event', 'recordtype', 'type', 'messagestatus', 'metric'],
  vendor: ['vendor', 'provider'],
  channel: ['channel'],
  remote: ['remote', 'reportingmta', 'mx', 'peer_address'],
  stage: ['stage'],
};

/** Values by key in small letters, those further out first; at most some hundred of one record. */
function leavesOf(record: Json): Map<string, string> {
  const leaves = new Map<string, string>();
  let open: [string, Json][] = [['', record]];
  for (let depth = 0; depth < 8 && open.length > 0 && leaves.size < 400; depth++) {
    const next: [string, Json][] = [];
    for (const [key, value] of open.slice(0, 1000)) {
      if (value !== null && typeof value === 'object')
        next.push(
          ...Object.entries(value).map(([name, one]): [string, Json] => [
            Array.isArray(value) ? key : name,
            one,
          ]),
        );
      else if (value !== null && value !== '' && !leaves.has(key.toLowerCase()))
        leaves.set(key.toLowerCase(), String(value));
    }
    open = next;
  }
  return leaves;
}

/** Words of vendors by which they are known, where a record does not name its own. */
const tells: readonly (readonly [string, readonly string[]])[] = [
  ['ses', ['bouncetype', 'notificationtype']],
  ['sendgrid', ['sg_message_id', 'sg_event_id']],
  ['twilio', ['messagesid', 'account_sid', 'messaging_service_sid']],
  ['postmark', ['recordtype']],
  ['sparkpost', ['bounce_class']],
  ['mailgun', ['log-level', 'delivery-status']],
  ['vonage', ['err-code']],
  ['hubspot', ['portalid']],
];

const types: Readonly<Record<string, string>> = {
  bounce: 'bounced',
  bounced: 'bounced',
  hard_bounce: 'bounced',
  soft_bounce: 'bounced',
  failed: 'failed',
  undelivered: 'failed',
  delivery: 'delivered',
  delivered: 'delivered',
  deliverydelay: 'deferred',
  deferred: 'deferred',
  delay: 'deferred',
  transientfailure: 'deferred',
  complaint: 'complained',
  spamreport: 'complained',
  spamcomplaint: 'complained',
  spam_complaint: 'complained',
  complained: 'complained',
  dropped: 'rejected_pre_send',
  reject: 'rejected_pre_send',
  rejected: 'rejected_pre_send',
  open: 'opened',
  opened: 'opened',
  click: 'clicked',
  clicked: 'clicked',
  send: 'sent',
  sent: 'sent',
  processed: 'queued',
  expired: 'expired',
  expiration: 'expired',
};

const codeForm: Partial<Record<Known, RegExp>> = {
  enhancedCode: /^[245]\.\d{1,3}\.\d{1,3}$/,
  replyCode: /^[245]\d\d$/,
};

function findValue(leaves: Leaves, what: Known): string {
  const form = codeForm[what];
  const values = keys[what].map((key) => leaves.get(key) ?? '').filter((value) => value !== '');
  return (form === undefined ? values[0] : values.find((value) => form.test(value))) ?? '';
}

/** What one record of a vendor says. */
export function eventItem(record: Json, input: string): Item {
  const leaves = leavesOf(record);
  const named = Object.fromEntries(
    (Object.keys(keys) as Known[]).map((what) => [what, findValue(leaves, what)]),
  );
  const vendor =
    named.vendor || (tells.find(([, words]) => words.some((word) => leaves.has(word)))?.[0] ?? '');
  const subtype = leaves.get('bouncesubtype');
  const code = named.providerCode ?? '';
  return {
    input,
    of: {
      ...unknownInput,
      ...named,
      vendor,
      type: types[(named.rawType ?? '').toLowerCase().replaceAll(' ', '')] ?? '',
      providerCode: subtype === undefined ? code : `${code}/${subtype}`,
    },
  };
}
