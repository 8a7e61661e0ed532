/** What the value of a field is, as far as its name tells. */
export const fieldKinds = [
  'link',
  'code',
  'amount',
  'date',
  'duration',
  'phone',
  'email',
  'reference',
  'name',
  'other',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The first that fits decides: `expiry_minutes` is a duration, `expiry_date` a date, `login_url` a link. */
const byWord: readonly (readonly [FieldKind, RegExp])[] = [
  ['link', /^(?:url|urls|uri|link|links|href|lnk|deeplink|permalink)$/],
  ['phone', /^(?:phone|telephone|mobile|msisdn|hotline|tel)$/],
  ['email', /^(?:email|mail|mailto)$/],
  [
    'duration',
    /^(?:duration|ttl|minutes|mins|hours|hrs|days|weeks|months|period|validity|lifetime|timeout|countdown|remaining)$/,
  ],
  [
    'date',
    /^(?:date|day|deadline|expires|expire|expiry|expiration|until|due|time|datetime|timestamp|when|month|year|at|on)$/,
  ],
  [
    'amount',
    /^(?:amount|total|subtotal|balance|price|fee|fees|sum|cost|payment|charge|refund|premium|salary|money|currency)$/,
  ],
  ['code', /^(?:code|otp|pin|passcode|password|token|verification|secret|voucher|coupon)$/],
  ['reference', /^(?:ref|reference|number|no|num|iban|account|order|invoice|ticket|tracking)$/],
  ['name', /^(?:name|firstname|lastname|fullname|username|user|login|nickname|customer|recipient|person)$/],
];

/** Words of a name: `user.firstName` is `user`, `first`, `name`. */
export const nameWords = (name: string): string[] =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const kinds = new Map<string, FieldKind>();

/** Kind of a field by its name, its last words first; `other` where they say nothing. */
export function fieldKind(name: string): FieldKind {
  const known = kinds.get(name) ?? kindOf(name);
  kinds.set(name, known);
  return known;
}

/** `pay_by` is a day, `created_by` a person. */
const due =
  /(?:^| )(?:pay|reply|respond|return|answer|send|sign|act|book|confirm|renew|use|collect|cancel) by$/;

function kindOf(name: string): FieldKind {
  const words = nameWords(name);
  if (due.test(words.join(' '))) return 'date';
  const last = words.slice(-2).reverse();
  for (const word of last) {
    const kind = byWord.find(([, pattern]) => pattern.test(word))?.[0];
    if (kind === 'date' && (word === 'at' || word === 'on') && words.length < 2) continue;
    if (kind) return kind;
  }
  return (
    byWord.find(([, pattern]) => words.some((word) => word.length > 2 && pattern.test(word)))?.[0] ?? 'other'
  );
}

const essential: ReadonlySet<FieldKind> = new Set(['link', 'code', 'amount', 'date', 'duration']);

/** Whether readers cannot act on a message without it: a link, code, amount, date or span of time. */
export const isEssential = (kind: FieldKind): boolean => essential.has(kind);
