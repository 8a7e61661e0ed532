import { digitSystem, toAsciiDigits } from '../../../templates/facts/digits.js';
import type { Check } from '../../check.js';
import { seenIn } from '../../variants/matches.js';

const number = /[0-9٠-٩۰-۹](?:[.,٫٬/:-]?[0-9٠-٩۰-۹]){1,40}/g;

const eastern = /[٠-٩۰-۹]/;

const zeroOf = (character: string): number | undefined => digitSystem(character);

/** A number with the digits that most of it has. */
function inOneSystem(text: string, systems: readonly number[]): string {
  const count = (zero: number): number => systems.filter((one) => one === zero).length;
  const zero = systems.reduce((a, b) => (count(b) > count(a) ? b : a));
  return [...text]
    .map((character) =>
      zeroOf(character) === undefined
        ? character
        : String.fromCharCode(zero + Number(toAsciiDigits(character))),
    )
    .join('');
}

/** Numbers written with digits of two scripts. */
export const mixedDigits: Check = function* ({ parts }) {
  for (const part of parts.filter(({ prose }) => eastern.test(prose.text)))
    for (const { text, span } of seenIn(part, number)) {
      const systems = [...text].flatMap((character) => zeroOf(character) ?? []);
      if (new Set(systems).size < 2) continue;
      const args = { written: text, number: inOneSystem(text, systems) };
      yield { case: 'number', at: { part, span }, about: 'digits', args };
    }
};
