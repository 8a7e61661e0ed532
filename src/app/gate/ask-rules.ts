import { type Answer, type Asked, askInTurn, rulesOn, toAsked } from '../../gate/ask.js';
import { unpackAnswer } from '../../gate/pack-answers.js';
import type { Settings } from '../../gate/settings-by-path.js';
import { createTurns, fromFront } from '../../gate/turns.js';
import type { World } from '../../gate/world.js';
import type { GateRule } from '../../model/gate-rule.js';
import type { Asking, Helper } from './helper.js';

/** What the rules are asked about, and what the helper needs to know beyond the texts. */
export interface Questions {
  readonly rules: readonly GateRule[];
  readonly world: World;
  readonly settings: Settings;
  readonly helper: Helper | undefined;
  readonly asking: Omit<Asking, 'turns' | 'rules'>;
}

/** Asks every rule that is not switched off. What a helper took and did not answer is asked here: it says the same. */
export async function askRules({ rules, world, settings, helper, asking }: Questions): Promise<Asked> {
  const on = rulesOn(rules, settings);
  const turns = createTurns(on.length);
  helper?.ask({ ...asking, rules: settings.rules, turns });
  const answers: Map<number, Answer> = askInTurn(on, world, settings, fromFront(turns));
  for (const [turn, answer] of (await helper?.answers()) ?? [])
    answers.set(turn, unpackAnswer(answer, on[turn]!, world));
  const left = [...on.keys()].filter((turn) => !answers.has(turn));
  for (const [turn, answer] of askInTurn(on, world, settings, left)) answers.set(turn, answer);
  return toAsked(rules, settings, answers);
}
