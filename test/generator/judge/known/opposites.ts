import { period } from '../../time.js';
import { consentChannels, type World } from '../../world/types.js';
import type { causeFinder } from '../cause.js';
import { byCode, type Conflict } from '../types.js';
import { beginOf, bySystemOf, depthOf, isAbout, type Standing, standingOf } from './policy.js';
import type { Known } from './records.js';

interface Held {
  readonly system: string;
  readonly standing: Standing;
  readonly begin: Known;
}

const latest = (lines: readonly Known[]): Known => [...lines].sort((a, b) => b.time - a.time)[0]!;

/** The rule that speaks of what is held against the winner: a default, a narrower word of one's own, an old copy. */
function ruleOf(winner: Held, held: Held): string {
  const { lines, tier, denied } = held.standing;
  if (tier === 0) return 'preference/default-vs-explicit';
  const copied = lines.every((line) => line.copied);
  const deepest = Math.max(...winner.standing.lines.map(depthOf));
  if (!denied && !copied && Math.min(...lines.map(depthOf)) > deepest)
    return 'preference/parent-deny-child-allow';
  const timed = [...lines, ...winner.standing.lines].every((line) => line.timed);
  const turn = Math.max(-Infinity, ...winner.standing.against.map((line) => line.time));
  const isOld = Math.max(...lines.map((line) => line.end)) < winner.begin.time;
  return timed && isOld && (copied || latest(lines).time <= turn + 5)
    ? 'preference/stale-copy'
    : 'preference/opposite-choice';
}

function inCell(lines: readonly Known[]): { winner: Held; held: Held }[] {
  const pool = standingOf(lines.filter((line) => line.tier === 2));
  if (!pool) return [];
  const all = [...bySystemOf(lines)].map(([system, own]): Held => {
    const standing = standingOf(own)!;
    return { system, standing, begin: beginOf(standing) };
  });
  const winner = all
    .filter(({ standing }) => standing.tier === 2 && standing.denied === pool.denied)
    .sort((a, b) => a.begin.time - b.begin.time || byCode(a.system, b.system))[0];
  if (!winner) return [];
  return all
    .filter(({ system, standing }) => system !== winner.system && standing.denied !== pool.denied)
    .map((held) => ({ winner, held }));
}

/** State conflicts of consent of one person; several cells of one pair count once. */
export function knownOpposites(
  world: World,
  person: number,
  lines: readonly Known[],
  cause: ReturnType<typeof causeFinder>,
): Conflict[] {
  const found = new Map<string, Conflict>();
  const consents = lines.filter((line) => line.kind === 'consent' && line.until > period.asOf);
  for (const channel of consentChannels)
    for (const lob of world.lobs)
      for (const { winner, held } of inCell(
        consents.filter((line) => isAbout(line, lob, 'marketing/offers', channel)),
      )) {
        const pair = {
          rule: ruleOf(winner, held),
          from: winner.system,
          to: held.system,
          field: `preference.consent.${channel}`,
        };
        const last = latest(held.standing.lines);
        const why = cause({
          ...pair,
          value: winner.standing.denied ? 'opt_out' : 'opt_in',
          since: winner.begin.end,
          seen: period.asOf,
          held: held.standing.denied ? 'opt_out' : 'opt_in',
          heldAt: last.time,
          heldBy:
            held.standing.lines.find((line) => line.actor !== 'customer' && line.actor !== '')?.actor ?? '',
        });
        const key = Object.values(pair).join(' ');
        if (why !== 'in_flight' && !found.has(key)) found.set(key, { ...pair, person, cause: why });
      }
  return [...found.values()];
}
