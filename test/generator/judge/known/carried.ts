import type { Send } from '../../simulate/sends.js';
import { period } from '../../time.js';
import type { causeFinder } from '../cause.js';
import { byCode, type Conflict } from '../types.js';
import type { Known } from './records.js';

const byTime = (a: Known, b: Known): number => a.time - b.time || byCode(a.system, b.system);

/** What the person last said about paper, and where this was said first since it was last different. */
function choiceOf(modes: readonly Known[]): Known | undefined {
  const said = modes.filter((line) => line.tier === 2).sort(byTime);
  const last = said.at(-1);
  const turn = said.filter((line) => line.value !== last?.value).at(-1);
  return said.find((line) => line.value === last?.value && line.time > (turn?.time ?? -Infinity)) ?? last;
}

/** Rule not-carried-over for one person; `holders`: systems with a living relationship and a mode of delivery. */
export function knownNotCarriedOver(
  person: number,
  lines: readonly Known[],
  holders: readonly string[],
  sends: readonly Send[],
  cause: ReturnType<typeof causeFinder>,
): Conflict[] {
  const modes = lines.filter((line) => line.kind === 'delivery' && line.until > period.asOf);
  const choice = choiceOf(modes);
  if (!choice) return [];
  return holders.flatMap((system): Conflict[] => {
    const held = modes.filter((line) => line.system === system).sort(byTime);
    if (system === choice.system || held.some((line) => line.tier === 2)) return [];
    const other = held.at(-1);
    const wrote = sends.some(
      (send) =>
        send.system === system &&
        send.channel === 'post' &&
        send.type.startsWith('statement') &&
        send.time > choice.time,
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
      since: choice.end,
      seen: period.asOf,
      held: other?.value ?? '',
      heldAt: other?.time ?? 0,
      heldBy: other?.actor ?? '',
    });
    return why === 'in_flight' ? [] : [{ ...pair, person, cause: why }];
  });
}
