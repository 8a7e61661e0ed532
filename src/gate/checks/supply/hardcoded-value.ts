import type { Check } from '../../check.js';
import { literalFor } from '../../variants/literals.js';
import { explainedDifferences } from '../../variants/renames.js';

/** Values written out in one locale where the others have a field. */
export const hardcodedValue: Check = function* (world) {
  for (const difference of explainedDifferences(world))
    for (const field of difference.lost) {
      const fact = literalFor(difference, field);
      if (!fact) continue;
      const source = field.elsewhere[0]!;
      yield {
        case: difference.group.channel === 'unknown' ? 'ui-literal' : 'literal',
        at: { part: fact.part, span: fact.span },
        about: field.name,
        args: {
          field: field.name,
          written: fact.part.text.slice(fact.span.start, fact.span.end),
          locale: difference.locale || 'the default locale',
          other: difference.reference[0]!.locale || 'the default locale',
        },
        others: [{ part: source.part, span: source.use }],
      };
    }
};
