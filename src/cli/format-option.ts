import { UsageError } from '../model/errors.js';
import { assertChoice } from './checks.js';

const namesOfMarkdown: readonly string[] = ['md', 'markdown'];

/** The format as this command calls it: Markdown goes by both its names. */
const calledHere = (name: string, formats: readonly string[]): string =>
  namesOfMarkdown.includes(name) ? (formats.find((one) => namesOfMarkdown.includes(one)) ?? name) : name;

/** `F[=FILE]` as typed; without a file the place is empty. */
export function parseFormat<T extends string>(
  typed: string,
  formats: readonly T[],
): { format: T; file: string } {
  const [name = '', ...rest] = typed.split('=');
  return { format: assertChoice('format', calledHere(name, formats), formats), file: rest.join('=') };
}

/** Each output needs a place of its own; no place is stdout. */
export function assertApart(what: string, places: readonly (string | undefined)[], tip: string): void {
  const named = places.map((place) => place ?? 'stdout');
  const twice = named.find((place, i) => named.indexOf(place) < i);
  if (twice !== undefined)
    throw new UsageError({ message: `two ${what} would both go to ${twice}`, tips: [tip] });
}
