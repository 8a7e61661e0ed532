import type { ClassifyInput } from '../model/delivery.js';
import { enhancedKeys } from './read-codes.js';
import type { ClassifyRules, CodeRule, Scheme } from './types.js';

/** From here on a code is believed before the words beside it. */
export const sureCode = 0.6;

/** Schemes that belong to no vendor. */
const general = new Set(['enhanced', 'reply', 'event']);

export interface CodeLookup {
  /** What the vendor's own code says; the surest of its words. */
  vendor(input: ClassifyInput): CodeRule | undefined;
  enhanced(code: string): CodeRule | undefined;
  reply(code: string): CodeRule | undefined;
  event(type: string): CodeRule | undefined;
}

/** `Permanent/NoEmail` says three things: both, and each alone. */
function wordsOf({ providerCode, rawType }: ClassifyInput): string[] {
  const whole = [providerCode, rawType]
    .map((word) => word.trim().toUpperCase())
    .filter((word) => word !== '');
  return whole.flatMap((word) => [word, ...word.split(/[/:|]/).reverse()]);
}

function speakersOf(schemes: readonly Scheme[], { vendor, channel }: ClassifyInput): Scheme[] {
  const name = vendor.toLowerCase();
  const named = schemes.filter(({ vendors }) => vendors.some((word) => name.includes(word)));
  return named.length > 0 ? named : schemes.filter(({ channels }) => channels.includes(channel));
}

/** Questions to the tables of codes. */
export function createCodeLookup({ schemes, codes }: ClassifyRules): CodeLookup {
  const known = new Map(codes.map((rule) => [`${rule.scheme} ${rule.code}`, rule]));
  const vendors = schemes.filter(({ id }) => !general.has(id));
  const first = (scheme: string, keys: readonly string[]) =>
    keys.map((key) => known.get(`${scheme} ${key}`)).find((rule) => rule !== undefined);
  return {
    vendor: (input) => {
      if (input.providerCode === '' && input.rawType === '') return undefined;
      const words = wordsOf(input);
      const said = speakersOf(vendors, input).flatMap(({ id }) =>
        words.flatMap((word) => known.get(`${id} ${word}`) ?? []),
      );
      return said.find(({ confidence }) => confidence >= sureCode) ?? said[0];
    },
    enhanced: (code) => first('enhanced', enhancedKeys(code)),
    reply: (code) => first('reply', [code.trim()]),
    event: (type) => first('event', [type.toUpperCase()]),
  };
}
