import type { Check } from '../../check.js';
import { seenIn } from '../../variants/matches.js';

/** Letters as they are drawn; ornate brackets, the sign of the rial and honorifics are no letters. */
const forms = /(?:(?![\ufd3e-\ufd4f\ufdf0-\ufdff])[\ufb50-\ufdff\ufe70-\ufefc])+/g;

/** Arabic letters stored in the shape they have at their place in a word. */
export const presentationForms: Check = function* ({ parts }) {
  for (const part of parts)
    for (const { text, span } of seenIn(part, forms, true)) {
      const folded = text.normalize('NFKC');
      yield {
        case: 'forms',
        at: { part, span },
        about: 'letters',
        args: { written: text, letters: folded },
        edits: [{ part, span, text: folded }],
      };
    }
};
