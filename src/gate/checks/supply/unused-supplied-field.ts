import type { Check } from '../../check.js';
import { askedValues } from '../../uses.js';
import { readable } from '../../world.js';

/** What a message is sent by, and not made of. */
const isForSending = (field: string): boolean =>
  /^(?:contact|key|preference|outcome)\b|^person\.language$/.test(field);

const firstSegment = (name: string): string => name.split(/[.[]/)[0]!;

/** Values handed over for a message that none of its texts asks for. */
export const unusedSuppliedField: Check = function* (world) {
  const asked = new Map<string, Set<string>>();
  for (const { message, use } of askedValues(world)) {
    const names = asked.get(message.id) ?? new Set();
    asked.set(message.id, names.add(use.name).add(firstSegment(use.name)));
  }
  for (const message of world.messages) {
    const [part] = readable(message);
    const names = asked.get(message.id);
    if (!part || !names || message.supply?.evidence === 'sample') continue;
    for (const { name, field = '' } of message.supply?.fields ?? []) {
      if (names.has(name) || names.has(firstSegment(name)) || isForSending(field)) continue;
      yield { case: 'unused', at: { part }, about: name, args: { field: name, message: message.id } };
    }
  }
};
