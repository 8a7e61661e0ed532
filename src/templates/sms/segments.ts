import { septetsOf } from './gsm7.js';

export type Encoding = 'GSM-7' | 'UCS-2';

/** What a text costs as SMS. */
export interface Segments {
  readonly encoding: Encoding;
  /** Septets, or UTF-16 units. */
  readonly units: number;
  readonly segments: number;
}

/**
 * Units of one message and of each part of a longer one: 140 octets, of which a concatenation header takes six (3GPP TS
 * 23.040, 9.2.3.24.1).
 */
const capacity: Readonly<Record<Encoding, { single: number; part: number }>> = {
  'GSM-7': { single: 160, part: 153 },
  'UCS-2': { single: 70, part: 67 },
};

/** Parts of a long message: neither an escape sequence nor a surrogate pair is cut in two. */
function pack(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts++;
      used = 0;
    }
    used += size;
  }
  return parts;
}

/** Segments of a text as it is sent; one character outside the default alphabet puts all of it into UCS-2. */
export function countSegments(text: string): Segments {
  const characters = [...text];
  const septets = characters.map(septetsOf);
  const encoding = septets.includes(undefined) ? 'UCS-2' : 'GSM-7';
  const sizes = encoding === 'GSM-7' ? septets.map((size) => size!) : characters.map(({ length }) => length);
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { single, part } = capacity[encoding];
  return { encoding, units, segments: units <= single ? 1 : pack(sizes, part) };
}
