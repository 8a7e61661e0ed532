import { isRightToLeft } from '../../../templates/facts/locales.js';
import type { Check } from '../../check.js';

const sides =
  /(?:text-align|float|clear)\s*:\s*(?:left|right)\b|\b(?:margin|padding|border)-(?:left|right)(?=\s*:|-)/gi;

/** Sides that are named left and right where the text runs the other way. */
export const physicalCss: Check = function* ({ parts }) {
  for (const part of parts) {
    if (part.markup === 'text' || !isRightToLeft(part.locale)) continue;
    for (const { attributes } of part.elements) {
      const align = attributes.get('align');
      if (align && /^left$/i.test(align.value))
        yield {
          case: 'align',
          at: { part, span: align.at },
          about: 'align',
          args: { written: 'align="left"' },
        };
      const style = attributes.get('style');
      for (const match of style?.value.matchAll(sides) ?? []) {
        const start = style!.valueAt.start + match.index;
        const written = match[0];
        yield {
          case: 'style',
          at: { part, span: { start, end: start + written.length } },
          about: written,
          args: { written },
        };
      }
    }
  }
};
