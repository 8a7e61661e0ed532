import type { FieldKind } from '../../templates/facts/field-kind.js';
import { isSameFact } from '../../templates/facts/index.js';
import type { FactKind } from '../../templates/facts/types.js';
import type { Difference, LostField } from './difference.js';
import { factsOf, type PlacedFact } from './facts.js';

/** What a value may look like when it is written out; numbered arguments say nothing of what they are. */
const looks: Readonly<Record<FieldKind, readonly FactKind[]>> = {
  link: ['url'],
  code: [],
  amount: ['amount', 'number'],
  date: ['date', 'time', 'duration'],
  duration: ['duration'],
  phone: ['phone'],
  email: ['email'],
  reference: [],
  name: [],
  other: [],
};
const numbered: readonly FactKind[] = ['duration', 'amount', 'date', 'phone', 'url'];

/** The value that a text has written out where its reference has a field; undefined where it has none. */
export function literalFor(
  { parts, reference }: Pick<Difference, 'parts' | 'reference'>,
  { name, kind }: Pick<LostField, 'name' | 'kind'>,
): PlacedFact | undefined {
  const kinds = /^\d+$/.test(name) ? numbered : looks[kind];
  if (kinds.length === 0) return undefined;
  const known = reference.flatMap(factsOf);
  return parts
    .flatMap(factsOf)
    .find((fact) => kinds.includes(fact.kind) && !known.some((other) => isSameFact(fact, other)));
}
