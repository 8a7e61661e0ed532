import type { FieldUse, Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { nameWords } from '../../name-words.js';
import { purposeOf } from '../../purpose.js';
import type { Message } from '../../world.js';
import { partsInView, shownInView, toHit } from './in-view.js';

/** A field that is only called `code`, in a message for security. */
function bareCode({ parsed }: Part, message: Message): FieldUse | undefined {
  if (purposeOf(message).name !== 'security') return undefined;
  return parsed.uses.find(({ name, role }) => role === 'output' && /(?:^| )code$/.test(nameWords(name)));
}

/** Codes and passwords where a locked screen shows them. */
export const secretInSubject: Check = function* (world) {
  const told = new Set<Part>();
  for (const shown of shownInView(world, ['secret'])) {
    told.add(shown.part);
    yield toHit('shown', shown);
  }
  for (const message of world.messages)
    for (const part of partsInView(message)) {
      const use = told.has(part) ? undefined : bareCode(part, message);
      if (!use) continue;
      const span = { start: use.start, end: use.end };
      yield toHit('shown', { part, kind: 'secret', span, name: use.name, byWords: false });
    }
};
