import type { RoadmapInitiative } from '../../model/roadmap-report.js';

/** An initiative of the plan on the line of work: from and to in units of effort. */
export interface Bar {
  readonly initiative: RoadmapInitiative;
  readonly wave: number;
  readonly from: number;
  readonly to: number;
}

export interface Schedule {
  readonly bars: readonly Bar[];
  /** Where each wave begins and ends. */
  readonly waves: readonly { readonly wave: number; readonly from: number; readonly to: number }[];
  readonly length: number;
}

/** The plan as bars: a wave begins when the one before is done; what is in one wave runs side by side. */
export function scheduleOf(initiatives: readonly RoadmapInitiative[]): Schedule {
  const planned = initiatives.filter(({ wave }) => wave !== null);
  const bars: Bar[] = [];
  const waves: { wave: number; from: number; to: number }[] = [];
  let begun = 0;
  for (const wave of [...new Set(planned.map(({ wave }) => wave!))].sort((a, b) => a - b)) {
    const own = planned
      .filter((initiative) => initiative.wave === wave)
      .map((initiative) => ({ initiative, wave, from: begun, to: begun + Math.max(1, initiative.effort) }));
    const to = Math.max(...own.map((bar) => bar.to));
    bars.push(...own);
    waves.push({ wave, from: begun, to });
    begun = to;
  }
  return { bars, waves, length: begun };
}
