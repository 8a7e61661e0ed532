import type { NamedMapping } from '../../model/source-mapping.js';
import { findName } from './columns.js';
import { formOf, usualForm } from './forms.js';
import { type Look, listed } from './resolve.js';

/** A file of one column may begin with data where others have the column's name. */
function hasForm({ header, values }: Look, width: number, forms: readonly string[]): boolean {
  const [only] = header;
  if (only === undefined || header.length !== width) return false;
  const form = usualForm([...(formOf(only) === undefined ? [] : [only]), ...values(only)]);
  return form !== undefined && forms.includes(form);
}

/** How many signs of a mapping a file shows; 0 when it lacks one, or shows that it is something else. */
function signsOf({ recognise, names = [] }: NamedMapping, look: Look, file: string): number {
  if (recognise === undefined) return 0;
  const { columns = [], without = [], forms, file: pattern } = recognise;
  const has = (name: string) => findName(name, look.header) !== undefined;
  if (pattern !== undefined && !new RegExp(pattern, 'iu').test(file)) return 0;
  if (without.some(has) || !columns.every((name) => listed(name).some(has))) return 0;
  if (forms !== undefined && !hasForm(look, names.length, forms)) return 0;
  return columns.length * 2 + (forms ? 1 : 0) + (pattern ? 1 : 0);
}

/**
 * The mapping with most signs in a file; undefined when none fits. Of equals the first by name. What a file shows may
 * depend on the mapping: nested JSON is laid out as the mapping says.
 */
export function recogniseMapping(
  mappings: readonly NamedMapping[],
  lookOf: (mapping: NamedMapping) => Look,
  file: string,
): NamedMapping | undefined {
  const counted = mappings.map((mapping) => [mapping, signsOf(mapping, lookOf(mapping), file)] as const);
  const [best, signs] = counted.reduce((a, b) => (b[1] > a[1] ? b : a), [undefined, 0] as readonly [
    NamedMapping | undefined,
    number,
  ]);
  return signs > 0 ? best : undefined;
}
