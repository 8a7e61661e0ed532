import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { type Message, readable } from '../../world.js';
import { FieldKinds } from './field-kinds.js';
import { shownIn, toHit } from './in-view.js';

const open = new Set(['sms', 'mms', 'rcs', 'push', 'web_push']);

/** Numbers that must not travel whole. */
const numbers = ['account', 'card', 'national'];
/** What nobody else should learn of somebody they can name. */
const facts = ['health', 'balance', 'birth'];

/** The field by which a text gives its reader's whole name: one, or a last name beside a first. */
function wholeName({ parsed }: Part, fields: FieldKinds): string | undefined {
  const outputs = parsed.uses.filter(({ role }) => role === 'output');
  return outputs.find(({ name }) => fields.isKind(name, ['whole-name', 'last-name']))?.name;
}

function* foundIn(part: Part, message: Message, fields: FieldKinds): Generator<GateHit> {
  for (const shown of shownIn(part, message, numbers, fields))
    if (part.name !== 'title') yield toHit('number', shown);
  const name = wholeName(part, fields);
  if (name === undefined) return;
  for (const shown of shownIn(part, message, facts, fields)) {
    const hit = toHit('combination', shown);
    yield { ...hit, args: { ...hit.args, name } };
  }
}

/** What a text on an unencrypted way tells about its reader. */
export const piiInSms: Check = function* (world) {
  const fields = new FieldKinds(world);
  for (const message of world.messages)
    for (const part of readable(message)) if (open.has(part.channel)) yield* foundIn(part, message, fields);
};
