/** Who must learn of an outcome: the sender of the message, or the master of a field (`*`: the channel). */
interface Requirement {
  readonly channel: string;
  readonly outcome: string;
  readonly to: 'sender' | { readonly masterOf: string };
}

/**
 * Ways back every channel needs. Senders must stop mailing dead addresses (RFC 3464 bounces) and people who complained
 * (RFC 5965); whoever masters the address or the consent must learn it, or the next system repeats the fault.
 */
export const requirements: readonly Requirement[] = [
  { channel: 'email', outcome: 'outcome.bounced', to: 'sender' },
  { channel: 'email', outcome: 'outcome.bounced', to: { masterOf: 'contact.email' } },
  { channel: 'email', outcome: 'outcome.complained', to: 'sender' },
  { channel: 'email', outcome: 'outcome.unsubscribed', to: { masterOf: 'preference.consent.email' } },
  { channel: 'sms', outcome: 'outcome.bounced', to: 'sender' },
  { channel: 'sms', outcome: 'outcome.unsubscribed', to: { masterOf: 'preference.consent.sms' } },
  { channel: 'post', outcome: 'outcome.returned', to: { masterOf: 'contact.postal_address' } },
  { channel: 'post', outcome: 'outcome.address_changed', to: { masterOf: 'contact.postal_address' } },
];

/** What an agent put right must reach the master of the field. */
export const corrected = 'outcome.corrected';
