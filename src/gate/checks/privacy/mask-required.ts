import type { Check } from '../../check.js';
import { readable } from '../../world.js';
import { FieldKinds } from './field-kinds.js';

/** Where other rules do not look already, and where a whole number is not the purpose of the text. */
const channels = new Set(['email', 'whatsapp', 'in_app', 'web', 'chat']);
const elsewhere = new Set(['subject', 'preheader', 'title']);

/** Numbers of cards, persons and accounts that are put out whole. */
export const maskRequired: Check = function* (world) {
  const fields = new FieldKinds(world);
  for (const message of world.messages)
    for (const part of readable(message)) {
      if (!channels.has(part.channel) || elsewhere.has(part.name)) continue;
      for (const use of part.parsed.uses) {
        const kind = fields.kindOf(use, part, message, ['card', 'national', 'account']);
        const span = { start: use.start, end: use.end };
        if (kind) yield { case: kind, at: { part, span }, about: use.name, args: { field: use.name } };
      }
    }
};
