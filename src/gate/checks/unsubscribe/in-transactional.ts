import type { Link, Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { purposeOf } from '../../purpose.js';
import { readable } from '../../world.js';
import { Ways } from './ways.js';

const always = new Set(['security', 'regulatory', 'service', 'transactional']);

const stopIn = (part: Part, ways: Ways): Link | undefined =>
  part.links.find(
    ({ target, words }) => ways.isTarget(target, ['stop']) || ways.isSaid(words, part.locale, ['stop']),
  );

/** Ways to stop messages that must reach their reader whatever was chosen. */
export const inTransactional: Check = function* (world) {
  const ways = new Ways(world);
  for (const message of world.messages) {
    const { name, isGuess } = purposeOf(message);
    if (!always.has(name) || (isGuess && name !== 'security')) continue;
    for (const part of readable(message)) {
      const link = part.channel === 'email' ? stopIn(part, ways) : undefined;
      if (!link) continue;
      yield {
        case: isGuess ? 'guess' : 'stoppable',
        at: { part, span: { start: link.start, end: link.end } },
        about: 'opt-out',
        args: { purpose: name },
        ...(isGuess && { confidence: 'possible' }),
      };
    }
  }
};
