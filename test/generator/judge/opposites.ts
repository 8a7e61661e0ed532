import { isCovered, tier, winnerOf } from '../policy.js';
import type { Entry } from '../simulate/stores.js';
import { period, startOfDay } from '../time.js';
import { consentChannels, type World } from '../world/types.js';
import type { causeFinder } from './cause.js';
import { bySystem } from './records.js';
import type { Conflict } from './types.js';

/** Each system's own effective line in one cell. */
function ownLines(lines: readonly Entry[], lob: string, channel: string): Entry[] {
  const covering = lines.filter(
    (line) => line.kind === 'consent' && isCovered(line, lob, 'marketing/offers', channel),
  );
  return [...bySystem(covering).values()].map((own) => winnerOf(own)!);
}

function inCell(lines: readonly Entry[], lob: string, channel: string) {
  const own = ownLines(lines, lob, channel);
  const explicit = lines.filter(
    (line) =>
      line.kind === 'consent' && tier(line) === 2 && isCovered(line, lob, 'marketing/offers', channel),
  );
  const winner = winnerOf(explicit);
  if (!winner) return [];
  const first = own
    .filter((line) => tier(line) === 2 && line.value === winner.value)
    .sort((a, b) => a.time - b.time || (a.system < b.system ? -1 : 1))[0]!;
  return own
    .filter((line) => line.value !== winner.value && line.system !== first.system)
    .map((held) => ({ first, held }));
}

/** The rule that speaks of what a system holds against the winner: a default, an old copy, or an answer. */
function ruleOf(held: Entry, first: Entry): string {
  if (held.strength === 'default') return 'preference/default-vs-explicit';
  const changed = first.day ? startOfDay(first.time) : first.time;
  return held.strength === 'imported' && held.time < changed
    ? 'preference/stale-copy'
    : 'preference/opposite-choice';
}

/** Rules opposite-choice, stale-copy and default-vs-explicit for one person; several cells of one pair count once. */
export function opposites(
  world: World,
  person: number,
  lines: readonly Entry[],
  cause: ReturnType<typeof causeFinder>,
): Conflict[] {
  const found = new Map<string, Conflict>();
  for (const channel of consentChannels) {
    const said = lines.filter((line) => line.channel === channel);
    if (!said.some((line) => tier(line) === 2)) continue;
    for (const lob of world.lobs)
      for (const { first, held } of inCell(said, lob, channel)) {
        const pair = {
          rule: ruleOf(held, first),
          from: first.system,
          to: held.system,
          field: `preference.consent.${channel}`,
        };
        const why = cause({
          ...pair,
          value: first.value,
          since: first.time,
          seen: period.asOf,
          held: held.value,
          heldAt: held.time,
          heldBy: held.actor,
        });
        const key = Object.values(pair).join(' ');
        if (why !== 'in_flight' && !found.has(key)) found.set(key, { ...pair, person, cause: why });
      }
  }
  return [...found.values()];
}
