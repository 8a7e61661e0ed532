import type { Report } from '../../model/report.js';
import { groupBy } from '../../text/group-by.js';

export type Flow = Report['flows'][number];

/** A parent path covers its children; the empty field is covered by all. */
const covers = (path: string, field: string): boolean =>
  field === '' || path === field || field.startsWith(`${path}.`);
export const carries = (flow: Flow, field: string): boolean =>
  flow.fields.some((path) => covers(path, field));

/** Flows by giver and receiver. */
export function indexFlows(flows: readonly Flow[]): (from: string, to: string) => readonly Flow[] {
  const byPair = groupBy(flows, (flow) => JSON.stringify([flow.from, flow.to]));
  return (from, to) => byPair.get(JSON.stringify([from, to])) ?? [];
}

/** Seconds of the quickest of some flows; null when none states its latency. */
export function quickest(flows: readonly Flow[]): number | null {
  const known = flows.flatMap((flow) => (flow.latency_s === null ? [] : [flow.latency_s]));
  return known.length === 0 ? null : Math.min(...known);
}
