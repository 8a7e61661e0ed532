/** The parts of a record that decide. */
export interface Line {
  readonly lob: string;
  readonly type: string;
  readonly channel: string;
  readonly value: string;
  readonly strength: string;
  readonly time: number;
}

const axis = (scope: string, value: string): boolean =>
  scope === '*' || scope === value || value.startsWith(`${scope}/`);

export const isCovered = (line: Line, lob: string, type: string, channel: string): boolean =>
  axis(line.lob, lob) && axis(line.type, type) && axis(line.channel, channel);

const depth = (line: Line): number =>
  (line.lob === '*' ? 0 : 1) +
  (line.type === '*' ? 0 : line.type.split('/').length) +
  (line.channel === '*' ? 0 : 1);

const tiers: Record<string, number> = { explicit: 2, double_opt_in: 2, imported: 1, inferred: 1, default: 0 };
export const tier = (line: Line): number => tiers[line.strength] ?? 1;

const tolerance = 5;

/**
 * The line that wins under the policy `default`: explicit beats the rest, deeper beats shallower unless the shallower is
 * a later opt-out, later beats earlier by more than five minutes, otherwise the opt-out.
 */
export function winnerOf<T extends Line>(lines: readonly T[]): T | undefined {
  if (lines.length < 2) return lines[0];
  const top = Math.max(...lines.map(tier));
  const strongest = lines.filter((line) => tier(line) === top);
  const deepest = Math.max(...strongest.map(depth));
  const ranked = strongest.filter((line) => depth(line) === deepest).sort((a, b) => b.time - a.time);
  const latest = ranked[0];
  if (!latest) return undefined;
  const denied = ranked.find((line) => line.value === 'opt_out' && line.time >= latest.time - tolerance);
  const shallow = strongest
    .filter((line) => depth(line) < deepest && line.value === 'opt_out' && line.time > latest.time)
    .sort((a, b) => a.time - b.time)[0];
  return shallow ?? denied ?? latest;
}
