import { random } from '../random.js';
import { DAY, HOUR, period } from '../time.js';
import type { World } from '../world/types.js';
import { languages, quietClasses, texts } from './complaint-texts.js';
import type { Send } from './sends.js';

/** What somebody noticed about a message. */
export interface ErrorReport {
  readonly id: string;
  readonly reported: number;
  readonly class: string;
  readonly text: string;
  readonly language: string;
  readonly detectedBy: string;
  readonly send: Send;
  readonly status: string;
  /** When a closed one was put right. */
  readonly corrected: number | undefined;
  /** Origin the world knows; empty for everyday errors. */
  readonly origin: string;
}

function report(seed: number, send: Send, class_: string, origin: string): ErrorReport {
  const dice = random(seed, 'report', send.key, class_);
  const language = (languages as readonly string[]).indexOf(send.locale);
  const reported = Math.min(send.time + dice.int(1, 9) * DAY, period.asOf - 60);
  const detectedBy = dice.pick(['customer', 'customer', 'agent', 'monitoring']);
  const status = dice.pick(['open', 'open', 'closed']);
  const mended = reported + random(seed, 'mended', send.key, class_).int(HOUR, 14 * DAY);
  return {
    id: `E-${send.key.slice(1)}-${class_}`,
    reported,
    class: class_,
    text: texts[class_]![Math.max(language, 0)]!,
    language: languages[Math.max(language, 0)]!,
    detectedBy,
    send,
    status,
    corrected: status === 'closed' && mended < period.asOf ? mended : undefined,
    origin,
  };
}

/** Everyday errors hit any message alike; a planted origin spoils its share of the messages that go through it. */
export function makeErrors(world: World, seed: number, sends: readonly Send[]): ErrorReport[] {
  return sends.flatMap((send) => {
    const spoilt = world.errors
      .filter((source) => source.spoils(send))
      .filter((source) => random(seed, 'spoilt', source.origin, send.key).chance(source.share))
      .map((source) => report(seed, send, source.class, source.origin));
    const dice = random(seed, 'everyday', send.key);
    return dice.chance(0.006) ? [...spoilt, report(seed, send, dice.pick(quietClasses), '')] : spoilt;
  });
}
