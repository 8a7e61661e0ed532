import { asciiDigits, easternDigits } from '../../text/digits.js';

/** First digits of the decimal systems of scripts that templates are written in, beside those of `src/text/digits`. */
const zeros = [
  0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x1040, 0x17e0,
];

const table = new Map<string, string>([
  ...[...easternDigits].map((digit, i): [string, string] => [digit, asciiDigits[i]!]),
  ...zeros.flatMap((zero) =>
    Array.from({ length: 10 }, (_, i): [string, string] => [String.fromCharCode(zero + i), String(i)]),
  ),
]);
const foreign = new RegExp(`[${[...table.keys()].join('')}]`, 'g');

/** A text with the digits of every script in ASCII; lengths and offsets stay. */
export const toAsciiDigits = (text: string): string => text.replace(foreign, (digit) => table.get(digit)!);

/** Decimal system of a digit by its zero; undefined of what is none. */
export function digitSystem(character: string): number | undefined {
  const code = character.charCodeAt(0);
  const zero = [0x30, 0x660, 0x6f0, ...zeros].find((one) => code >= one && code <= one + 9);
  return zero;
}
