import type { At, GateHit } from '../check.js';
import type { World } from '../world.js';
import { type Notice, noticesOf } from './notices.js';

/** The case a notice is, if it lacks something. */
export type Lack = (notice: Notice, world: World) => string | undefined;

const placeOf = ({ part }: Notice): At => ({ part });

function toHit(found: string, notices: readonly Notice[], guesses: readonly string[]): GateHit {
  const [first, ...rest] = notices;
  const { isGuess, kind, part } = first!;
  return {
    case: isGuess && guesses.includes(found) ? `${found}-guessed` : found,
    at: placeOf(first!),
    args: {
      kind: kind.replace(/[_-]+/g, ' ').replace(/ notices?$/, ''),
      channel: part.channel,
      locale: part.locale,
    },
    ...(rest.length > 0 && { others: rest.map(placeOf) }),
    ...(isGuess && { confidence: 'possible' as const }),
  };
}

/**
 * One hit for each message, channel and locale that lacks something, at the first text that does. `guesses` are the
 * cases that have a weaker twin, `<case>-guessed`, for notices told by their name alone.
 */
export function* lacks(world: World, lack: Lack, guesses: readonly string[] = []): Iterable<GateHit> {
  const groups = new Map<string, { found: string; notices: Notice[] }>();
  for (const notice of noticesOf(world)) {
    const found = lack(notice, world);
    if (found === undefined) continue;
    const key = `${notice.message.id} ${notice.part.channel} ${notice.locale} ${found}`;
    const group = groups.get(key);
    if (group) group.notices.push(notice);
    else groups.set(key, { found, notices: [notice] });
  }
  for (const { found, notices } of groups.values()) yield toHit(found, notices, guesses);
}
