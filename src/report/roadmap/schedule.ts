import type { RoadmapInitiative } from '../../model/roadmap-report.js';

/** An initiative of the plan in the column of its wave; `length` is its part of the column, at most 1. */
export interface Bar {
  readonly initiative: RoadmapInitiative;
  /** Place of its column from 0. */
  readonly column: number;
  readonly length: number;
}

export interface Schedule {
  readonly bars: readonly Bar[];
  /** Waves by their columns. */
  readonly waves: readonly number[];
}

/** The plan as bars in columns: what is in one wave runs side by side, and the longest of it fills the column. */
export function scheduleOf(initiatives: readonly RoadmapInitiative[]): Schedule {
  const planned = initiatives.filter(({ wave }) => wave !== null);
  const waves = [...new Set(planned.map(({ wave }) => wave!))].sort((a, b) => a - b);
  const bars = waves.flatMap((wave, column) => {
    const own = planned.filter((initiative) => initiative.wave === wave);
    const longest = Math.max(1, ...own.map(({ effort }) => effort));
    return own.map((initiative) => ({
      initiative,
      column,
      length: Math.max(1, initiative.effort) / longest,
    }));
  });
  return { bars, waves };
}
