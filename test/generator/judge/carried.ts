import { tier } from '../policy.js';
import type { Send } from '../simulate/sends.js';
import type { Entry } from '../simulate/stores.js';
import { period } from '../time.js';
import type { causeFinder } from './cause.js';
import type { Conflict } from './types.js';

/** Rule not-carried-over for one person: `holders` are the systems with a relationship and a mode of delivery. */
export function notCarriedOver(
  person: number,
  lines: readonly Entry[],
  holders: readonly string[],
  sends: readonly Send[],
  cause: ReturnType<typeof causeFinder>,
): Conflict[] {
  const modes = lines.filter((line) => line.kind === 'delivery');
  const choice = modes.filter((line) => tier(line) === 2).sort((a, b) => b.time - a.time)[0];
  if (!choice) return [];
  return holders.flatMap((system): Conflict[] => {
    const held = modes.filter((line) => line.system === system);
    if (system === choice.system || held.some((line) => tier(line) === 2)) return [];
    const other = held.sort((a, b) => b.time - a.time)[0];
    const wrote = sends.some(
      (send) => send.system === system && send.channel === 'post' && send.time > choice.time,
    );
    const keeps = other ? other.value !== choice.value : choice.value === 'electronic' && wrote;
    if (!keeps) return [];
    const pair = {
      rule: 'preference/not-carried-over',
      from: choice.system,
      to: system,
      field: 'preference.delivery',
    };
    const why = cause({
      ...pair,
      value: choice.value,
      since: choice.time,
      seen: period.asOf,
      held: other?.value ?? '',
      heldAt: other?.time ?? 0,
      heldBy: other?.actor ?? '',
    });
    return why === 'in_flight' ? [] : [{ ...pair, person, cause: why }];
  });
}
