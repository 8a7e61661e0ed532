import type { MapFlow } from '../model.js';
import type { Picture, Table } from '../pictures/picture.js';

/** What was asked, what is said about it, and the same as data. */
export interface Answer {
  /** In words: `How does contact.email get from A to B?` */
  readonly question: string;
  /** The answer first, then what belongs to it. */
  readonly sentences: readonly string[];
  readonly tables: readonly Table[];
  /** For programs: what was asked and found, by name. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly picture: Picture;
}

/** One flow of a way, as data. */
export const hopOf = (flow: MapFlow, field?: string) => ({
  flow_id: flow.flow_id,
  from: flow.from,
  to: flow.to,
  mechanism: flow.mechanism,
  latency_s: flow.latency_s,
  ...(field !== undefined && { carries: carries(flow, field) }),
  file: flow.place?.file ?? null,
  row: flow.place?.row ?? null,
});

const covers = (path: string, field: string): boolean => field === path || field.startsWith(`${path}.`);

/** Whether a flow maps a path that covers the field onto the same path. */
export const carries = (flow: MapFlow, field: string): boolean =>
  flow.fields.some((entry) => entry.source_field === entry.target_field && covers(entry.source_field, field));
