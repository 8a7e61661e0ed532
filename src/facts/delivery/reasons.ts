import type { Query, Value } from '../../store/store.js';

/** What a code of a scheme means; code in capitals. */
export interface ReasonCode {
  readonly scheme: string;
  readonly code: string;
  readonly reason: string;
  readonly family: string;
}

/** Everything an event says about why a message failed; empty where it says nothing. */
export interface FailureCodes {
  readonly channel: string;
  readonly vendor: string;
  readonly type: string;
  readonly provider_code: string;
  readonly raw_type: string;
  readonly enhanced_code: string;
  readonly reply_code: string;
}

export type Reason = Pick<ReasonCode, 'reason' | 'family'>;

const unclassified: Reason = { reason: 'unclassified', family: 'unclassified' };
const general = new Set(['enhanced', 'reply', 'event']);

/** Providers whose codes are taken for granted on a channel when the vendor is not named. */
const usual: Readonly<Record<string, readonly string[]>> = {
  email: ['hubspot'],
  sms: ['twilio'],
  push: ['fcm', 'apns'],
  post: ['usps'],
};

/** `5.1.10` → `1.10`, `1`: the code without its class, then its subject alone. */
function enhancedCodes(text: string): string[] {
  const [, subject, detail] = /^[45]\.(\d+)\.(\d+)$/.exec(text.trim()) ?? [];
  return subject === undefined ? [] : [`${subject}.${detail}`, subject];
}

/** A classifier over these codes: provider first, then enhanced code, reply code, type of event. */
export function reasonClassifier(codes: readonly ReasonCode[]): (failure: FailureCodes) => Reason {
  const known = new Map(codes.map((entry) => [`${entry.scheme} ${entry.code}`, entry]));
  const providers = [...new Set(codes.map((entry) => entry.scheme))].filter((scheme) => !general.has(scheme));
  return (failure) => {
    const vendor = failure.vendor.toLowerCase();
    const named = providers.filter((provider) => vendor.includes(provider));
    const spoken = named.length > 0 ? named : (usual[failure.channel] ?? []);
    const words = [failure.provider_code, failure.raw_type].map((word) => word.trim().toUpperCase());
    const keys = [
      ...spoken.flatMap((provider) => words.map((word) => `${provider} ${word}`)),
      ...enhancedCodes(failure.enhanced_code).map((code) => `enhanced ${code}`),
      `reply ${failure.reply_code.trim()}`,
      `event ${failure.type.toUpperCase()}`,
    ];
    const found = keys.map((key) => known.get(key)).find((entry) => entry !== undefined);
    return found ? { reason: found.reason, family: found.family } : unclassified;
  };
}

const columns = ['scheme', 'code', 'reason', 'family'] as const;

/** Creates `std_reason_codes` from the rows of `rules/delivery/tables/reason-codes.csv`. */
export async function loadReasonCodes(store: Query, rows: readonly ReasonCode[]): Promise<void> {
  const declarations = columns.map((column) => `${column} VARCHAR`);
  await store.run(`CREATE TABLE IF NOT EXISTS std_reason_codes (${declarations.join(', ')})`);
  await store.insert(
    'std_reason_codes',
    columns,
    rows.map((row): Value[] => columns.map((column) => row[column])),
  );
}

/** Reads what `loadReasonCodes` stored. */
export const readReasonCodes = (store: Query): Promise<ReasonCode[]> =>
  store.all<ReasonCode & Record<string, string>>(
    `SELECT ${columns.join(', ')} FROM std_reason_codes ORDER BY ${columns.join(', ')}`,
  );
