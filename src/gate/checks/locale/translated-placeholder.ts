import type { Check } from '../../check.js';
import { explainedDifferences, type Rename } from '../../variants/renames.js';

const certain = new Set<Rename['how']>(['recased', 'misspelt', 'translated', 'sigil', 'bare']);

/** Where the other name stands in a text of the locale. */
function placeOf({ extra, spelt }: Rename) {
  if (spelt) return { part: spelt.part, span: spelt.span };
  const { part, use } = extra!.uses[0]!;
  return { part, span: use };
}

/** Names of fields that were translated, or written in another way, so that the engine does not know them. */
export const translatedPlaceholder: Check = function* (world) {
  for (const { renames, locale, reference, group } of explainedDifferences(world))
    for (const rename of renames) {
      const { part, span } = placeOf(rename);
      const source = rename.lost.elsewhere[0]!;
      const doubt = certain.has(rename.how) ? rename.how : `doubtful-${rename.how}`;
      yield {
        case: group.channel === 'unknown' ? `ui-${doubt}` : doubt,
        at: { part, span },
        about: rename.lost.name,
        args: {
          field: rename.lost.name,
          written: part.text.slice(span.start, span.end),
          locale: locale || 'the default locale',
          other: reference[0]!.locale || 'the default locale',
        },
        others: [{ part: source.part, span: source.use }],
        ...(doubt !== rename.how && { confidence: 'possible' as const }),
      };
    }
};
