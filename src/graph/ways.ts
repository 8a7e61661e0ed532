import type { Flow, Way } from './types.js';

/** The way from a system over flows that follow each other. */
export function wayOver(from: string, flows: readonly Flow[]): Way {
  const systems = [from];
  let latency: number | null = 0;
  for (const flow of flows) {
    systems.push(flow.to);
    latency = latency === null || flow.latency === null ? null : latency + flow.latency;
  }
  return { latency, systems, flows };
}
