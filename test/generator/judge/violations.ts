import { isCovered, winnerOf } from '../policy.js';
import type { Send } from '../simulate/sends.js';
import type { Entry } from '../simulate/stores.js';
import { DAY } from '../time.js';
import type { causeFinder } from './cause.js';
import type { Conflict } from './types.js';

const grace = 2 * DAY;

/** Rule sent-after-opt-out for one person; the cause of a pair is that of its longest silence. */
export function violations(
  person: number,
  lines: readonly Entry[],
  sends: readonly Send[],
  cause: ReturnType<typeof causeFinder>,
): Conflict[] {
  const worst = new Map<string, { send: Send; refused: Entry }>();
  for (const send of sends) {
    if (send.basis !== 'consent') continue;
    const covering = lines.filter(
      (line) => line.kind === 'consent' && isCovered(line, send.lob, send.type, send.channel),
    );
    const refused = winnerOf(covering.filter((line) => line.time + grace < send.time));
    const now = winnerOf(covering.filter((line) => line.time < send.time));
    const denies = (line?: Entry) => line?.value === 'opt_out' && line.strength === 'explicit';
    if (!refused || !denies(refused) || !denies(now)) continue;
    const key = `${refused.system} ${send.system} ${send.channel}`;
    const known = worst.get(key);
    if (!known || send.time - refused.time > known.send.time - known.refused.time)
      worst.set(key, { send, refused });
  }
  return [...worst.values()].map(({ send, refused }) => {
    const held = lines.filter(
      (line) =>
        line.kind === 'consent' &&
        line.system === send.system &&
        isCovered(line, send.lob, send.type, send.channel),
    );
    const knew = held.some((line) => line.value === 'opt_out' && line.time < send.time);
    const allows = held.filter((line) => line.value === 'opt_in').sort((a, b) => b.time - a.time)[0];
    const pair = {
      rule: 'preference/sent-after-opt-out',
      from: refused.system,
      to: send.system,
      field: `preference.consent.${send.channel}`,
    };
    const why = cause({
      ...pair,
      value: 'opt_out',
      since: refused.time,
      seen: send.time,
      held: allows?.value ?? '',
      heldAt: allows?.time ?? 0,
      heldBy: allows?.actor ?? '',
    });
    return { ...pair, person, cause: knew ? null : why };
  });
}
