import type { Message } from './world.js';

export interface Purpose {
  /** marketing, subscription, transactional, regulatory, security or service; another word of the contract's; empty where nothing says. */
  readonly name: string;
  /** Told by the name of the message alone. */
  readonly isGuess: boolean;
}

/** Words in names of messages, the telling ones first. */
const tellers: readonly (readonly [RegExp, string])[] = [
  [
    /otp|2fa|mfa|passcode|verif|reset|security|sign_?in|log_?in|password|unlock|suspicious|magic_?link/,
    'security',
  ],
  [/newsletter|digest|roundup|subscription_?update/, 'subscription'],
  [/promo|marketing|campaign|special_?offer|win_?back|upsell|black_?friday|discount/, 'marketing'],
  [/receipt|invoice|order|statement|payment|shipp|deliver|booking|refund/, 'transactional'],
];

const spell = (id: string): string => id.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** What a message is for: as settings or contract say, else guessed from its name. */
export function purposeOf({ id, settings, communication }: Omit<Message, 'parts'>): Purpose {
  const said = settings.purpose ?? communication?.purpose;
  if (said) return { name: said.toLowerCase(), isGuess: false };
  const words = spell(id);
  return { name: tellers.find(([pattern]) => pattern.test(words))?.[1] ?? '', isGuess: true };
}

/** Sent to win something, or regularly on request: readers must be able to stop it. */
export const isStoppable = ({ name }: Purpose): boolean => name === 'marketing' || name === 'subscription';
