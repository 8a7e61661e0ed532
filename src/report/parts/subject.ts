import type { Finding } from '../../model/finding.js';

export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly field: string;
}

/** Giver, receiver and field of a subject `pair:from>to/field`; nothing for other subjects. */
export function readPair(subject: string): Pair | undefined {
  const match = /^pair:([^>]+)>([^/]+)\/(.*)$/.exec(subject);
  const [, from, to, field] = match ?? [];
  return from !== undefined && to !== undefined && field !== undefined ? { from, to, field } : undefined;
}

/** What of a finding says from where to where something does not arrive, and why. */
export type Told = Pick<Finding, 'subject' | 'path' | 'cause' | 'args'>;

/** Giver and receiver of what a finding misses: of its pair; or of a one-way flow, whose giver never hears what its receiver changes. */
export function readEnds({ subject, path, cause }: Told): Pair | undefined {
  const [giver] = path;
  const receiver = path.at(-1);
  const isFlow =
    cause === 'one_way' && subject.startsWith('flow:') && giver !== undefined && receiver !== undefined;
  return isFlow ? { from: receiver, to: giver, field: '' } : readPair(subject);
}

/** Systems a subject names: both of a pair, or the one of `system:id` and `system:id/channel`. */
export function readSystems(subject: string): string[] {
  const pair = readPair(subject);
  if (pair) return [pair.from, pair.to];
  const system = /^system:([^/]+)/.exec(subject)?.[1];
  return system === undefined ? [] : [system];
}

/** Channels that are not written as their names are. */
const channelNames: Readonly<Record<string, string>> = {
  email: 'e-mail',
  ivr: 'IVR',
  mms: 'MMS',
  rcs: 'RCS',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
};
export const channelWords = (channel: string): string =>
  channelNames[channel] ?? channel.replaceAll('_', ' ');

/** A field path in words, where plain words exist. */
export function fieldWords(field: string): string {
  const [root, second, channel] = field.split('.');
  if (root !== 'preference') return field;
  if (second === 'consent') return channel ? `the consent for ${channelWords(channel)}` : 'the consent';
  return second === 'delivery' ? 'the choice of paper or electronic' : field;
}
