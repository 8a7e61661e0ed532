import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { fieldsOf, isShown, kindOf } from '../../variants/fields.js';
import { literalFor } from '../../variants/literals.js';
import { explainedDifferences } from '../../variants/renames.js';
import { siblingsOf } from '../../variants/siblings.js';
import type { Message, World } from '../../world.js';

function* betweenLocales(world: World): Generator<GateHit> {
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
}

/** Values that one part of a mail has written out where its other part has a field. */
function* between(
  message: Message,
  parts: readonly Part[],
  reference: readonly Part[],
  other: string,
): Generator<GateHit> {
  const own = fieldsOf(parts);
  for (const [name, uses] of fieldsOf(reference)) {
    if (!isShown(uses) || own.has(name) || /^\d+$/.test(name)) continue;
    const kind = kindOf(name, uses, message);
    const fact =
      kind === 'duration' || kind === 'amount' || kind === 'date' || kind === 'phone'
        ? literalFor({ parts, reference }, { name, kind })
        : undefined;
    if (!fact) continue;
    yield {
      case: 'parts',
      at: { part: fact.part, span: fact.span },
      about: name,
      args: { field: name, written: fact.part.text.slice(fact.span.start, fact.span.end), other },
      others: [{ part: uses[0]!.part, span: uses[0]!.use }],
    };
  }
}

/** Values written out in one locale, or in one part of a mail, where the others have a field. */
export const hardcodedValue: Check = function* (world) {
  yield* betweenLocales(world);
  for (const message of world.messages)
    for (const { channel, html, text } of siblingsOf(message)) {
      if (channel !== 'email' || html.length === 0 || text.length === 0) continue;
      yield* between(message, text, html, 'HTML');
      yield* between(message, html, text, 'text');
    }
};
