import type { LineageEvent } from './events.js';

interface Times {
  readonly job: string;
  start?: number;
  end?: number;
}

/** Durations of runs, by job: from the START to the COMPLETE event of one run. */
export class RunTimes {
  private readonly runs = new Map<string, Times>();

  see(job: string, { run, eventType, eventTime }: LineageEvent): void {
    if (!run) return;
    const key = JSON.stringify([job, run.runId]);
    const times = this.runs.get(key) ?? { job };
    if (eventType === 'START') times.start = Date.parse(eventTime);
    if (eventType === 'COMPLETE') times.end = Date.parse(eventTime);
    this.runs.set(key, times);
  }

  /** The 95th percentile (nearest rank) of a job's runs as ISO 8601, in whole seconds rounded up; null when none is known. */
  latencyOf(job: string): string | null {
    const lengths = [...this.runs.values()]
      .filter((times) => times.job === job && times.start !== undefined && times.end !== undefined)
      .map(({ start, end }) => end! - start!)
      .filter((length) => length >= 0)
      .sort((a, b) => a - b);
    const chosen = lengths[Math.ceil(lengths.length * 0.95) - 1];
    return chosen === undefined ? null : `PT${Math.ceil(chosen / 1000)}S`;
  }
}
