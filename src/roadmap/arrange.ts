import type { Initiative } from '../model/roadmap.js';

/** An initiative at its place in the plan. */
export interface Placed {
  readonly initiative: Initiative;
  readonly wave: number;
}

/** Least effort of a wave, in the units of initiatives. */
const waveEffort = 12;
const mostWaves = 4;

/** Two lists in step: each goes on in proportion to its length; of equals the first list comes first. */
function inStep<T>(some: readonly T[], others: readonly T[]): T[] {
  const placed = (list: readonly T[]) => list.map((one, i) => ({ one, at: i / list.length }));
  return [...placed(some), ...placed(others)].sort((a, b) => a.at - b.at).map(({ one }) => one);
}

/** Each after those it depends on; otherwise the order stays. */
function afterNeeds(initiatives: readonly Initiative[]): Initiative[] {
  const byId = new Map(initiatives.map((one) => [one.id, one]));
  const ordered = new Set<Initiative>();
  const visit = (one: Initiative, above: ReadonlySet<string>): void => {
    if (ordered.has(one) || above.has(one.id)) return;
    for (const id of one.dependsOn) {
      const needed = byId.get(id);
      if (needed) visit(needed, new Set([...above, one.id]));
    }
    ordered.add(one);
  };
  for (const one of initiatives) visit(one, new Set());
  return [...ordered];
}

const removes = ({ edits }: Initiative): boolean => edits.some((edit) => 'remove' in edit);

/**
 * Puts initiatives into waves of about equal effort. Both lists come in their own order of worth. Nothing comes before
 * what it depends on, and what takes something out comes a wave after what is built in its place.
 */
export function arrange(ways: readonly Initiative[], others: readonly Initiative[]): Placed[] {
  const ordered = afterNeeds(inStep(ways, others));
  const total = ordered.reduce((sum, { effort }) => sum + effort, 0);
  const each = Math.max(waveEffort, total / mostWaves);
  const waves = new Map<string, number>();
  let spent = 0;
  for (const one of ordered) {
    const needed = one.dependsOn.map((id) => (waves.get(id) ?? 0) + (removes(one) ? 1 : 0));
    waves.set(one.id, Math.max(Math.min(mostWaves, 1 + Math.floor(spent / each)), ...needed));
    spent += one.effort;
  }
  return ordered
    .map((initiative) => ({ initiative, wave: waves.get(initiative.id)! }))
    .sort((a, b) => a.wave - b.wave);
}
