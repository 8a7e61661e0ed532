import type { Part } from '../../../model/template.js';
import { type Message, readable, type World } from '../../world.js';

export interface SmsText {
  readonly message: Message;
  readonly part: Part;
}

/** Texts that go out as SMS. */
export function* smsTexts({ messages }: Pick<World, 'messages'>): Generator<SmsText> {
  for (const message of messages)
    for (const part of readable(message)) if (part.channel === 'sms') yield { message, part };
}
