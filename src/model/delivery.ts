/** What may have become of a message that did not arrive, and who can mend it: one list for readers, facts and reports. */
export const families = [
  'address',
  'mailbox',
  'reputation',
  'authentication',
  'content',
  'infrastructure',
  'consent',
  'unclassified',
] as const;
export type Family = (typeof families)[number];

/** Whether another attempt can succeed; never inferred from a reply's 4xx or 5xx alone. */
export const permanences = ['permanent', 'temporary', 'unknown'] as const;
export type Permanence = (typeof permanences)[number];

/** Whose side a failure lies on. */
export const parties = [
  'recipient',
  'sender',
  'content',
  'receiver',
  'provider',
  'network',
  'platform',
  'unknown',
] as const;
export type Party = (typeof parties)[number];

/** How far a message had come; `` where nothing says so. */
export const stages = [
  'pre_send',
  'connect',
  'mail_from',
  'rcpt',
  'data',
  'post_accept',
  'handset',
  'post_office',
] as const;
export type Stage = (typeof stages)[number];

/** Families, permanence, side and severity of a reason where nothing more exact is known. */
export interface ReasonDefaults {
  readonly family: Family;
  readonly permanence: Permanence;
  readonly party: Party;
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
}

const of = (
  family: Family,
  permanence: Permanence,
  party: Party,
  severity: ReasonDefaults['severity'],
): ReasonDefaults => ({ family, permanence, party, severity });

/** All reasons by name, family by family. */
export const reasonDefaults = {
  recipient_unknown: of('address', 'permanent', 'recipient', 'medium'),
  domain_unknown: of('address', 'permanent', 'recipient', 'medium'),
  recipient_moved: of('address', 'permanent', 'recipient', 'medium'),
  address_invalid: of('address', 'permanent', 'recipient', 'medium'),
  domain_not_accepting: of('address', 'permanent', 'receiver', 'medium'),
  recipient_deceased: of('address', 'permanent', 'recipient', 'medium'),
  token_invalid: of('address', 'permanent', 'recipient', 'medium'),
  recipient_inactive: of('mailbox', 'temporary', 'recipient', 'low'),
  mailbox_full: of('mailbox', 'temporary', 'recipient', 'low'),
  handset_unreachable: of('mailbox', 'temporary', 'recipient', 'low'),
  handset_incapable: of('mailbox', 'permanent', 'recipient', 'low'),
  recipient_refused: of('mailbox', 'temporary', 'recipient', 'low'),
  sender_blocked: of('reputation', 'temporary', 'sender', 'high'),
  sender_reputation: of('reputation', 'temporary', 'sender', 'high'),
  sender_rejected: of('reputation', 'temporary', 'sender', 'high'),
  spam_content: of('reputation', 'temporary', 'content', 'high'),
  policy_violation: of('reputation', 'temporary', 'receiver', 'high'),
  carrier_filtered: of('reputation', 'temporary', 'provider', 'high'),
  throttled: of('reputation', 'temporary', 'receiver', 'low'),
  authentication_failed: of('authentication', 'temporary', 'sender', 'critical'),
  tls_failed: of('authentication', 'temporary', 'sender', 'critical'),
  sender_config: of('authentication', 'temporary', 'sender', 'critical'),
  relay_denied: of('authentication', 'temporary', 'sender', 'critical'),
  credential_error: of('authentication', 'temporary', 'sender', 'critical'),
  unregistered_sender: of('authentication', 'permanent', 'sender', 'critical'),
  content_invalid: of('content', 'permanent', 'content', 'high'),
  too_large: of('content', 'permanent', 'content', 'high'),
  malware_content: of('content', 'permanent', 'content', 'high'),
  render_failed: of('content', 'permanent', 'sender', 'high'),
  network_error: of('infrastructure', 'temporary', 'network', 'medium'),
  remote_system_error: of('infrastructure', 'temporary', 'receiver', 'medium'),
  protocol_error: of('infrastructure', 'permanent', 'platform', 'medium'),
  expired: of('infrastructure', 'temporary', 'network', 'medium'),
  suppressed: of('consent', 'permanent', 'sender', 'info'),
  opted_out: of('consent', 'permanent', 'recipient', 'info'),
  no_consent: of('consent', 'permanent', 'sender', 'info'),
  unclassified: of('unclassified', 'unknown', 'unknown', 'low'),
} as const satisfies Record<string, ReasonDefaults>;
export type Reason = keyof typeof reasonDefaults;

export const reasons = Object.keys(reasonDefaults) as readonly Reason[];

/** The family of a reason; `unclassified` for a word that is none. */
export const familyOf = (reason: string): Family =>
  (reasonDefaults as Readonly<Record<string, ReasonDefaults>>)[reason]?.family ?? 'unclassified';

/** What a classifier is told of a failure; `` where nothing is known. */
export interface ClassifyInput {
  readonly channel: string;
  readonly vendor: string;
  /** Type of the event, of `eventTypes`. */
  readonly type: string;
  readonly providerCode: string;
  /** The vendor's own word for the event. */
  readonly rawType: string;
  /** As of RFC 3463, `5.1.1`. */
  readonly enhancedCode: string;
  readonly replyCode: string;
  /** What the other side said. */
  readonly text: string;
  readonly stage?: string;
  /** The host that answered. */
  readonly remote?: string;
}

/** What a classifier says of it. */
export interface Classification {
  /** Type of the event: that of the input, or what the text shows it to be. */
  readonly type: string;
  readonly reason: Reason;
  readonly family: Family;
  readonly permanence: Permanence;
  readonly party: Party;
  readonly stage: Stage | '';
  readonly ruleId: string;
  /** 0 to 1. */
  readonly confidence: number;
}
