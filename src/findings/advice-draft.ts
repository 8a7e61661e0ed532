import type { Advice } from '../model/advice.js';

export type Cells = Readonly<Record<string, string | number | boolean | null>>;

/** What was seen of a run, by question. */
export interface Observed {
  readonly sharedKeys: readonly Cells[];
  readonly unlinked: readonly Cells[];
  readonly undated: readonly Cells[];
  readonly noEvents: readonly Cells[];
  readonly silentSystems: readonly Cells[];
  readonly setAside: readonly Cells[];
  readonly foundHeaders: readonly Cells[];
  readonly unusedColumns: readonly Cells[];
  readonly leftOut: readonly Cells[];
  readonly unknownLatency: readonly Cells[];
  readonly emptyFlows: readonly Cells[];
  readonly knownFields: readonly Cells[];
  readonly usedChannels: readonly Cells[];
  readonly usedKeys: readonly Cells[];
}

/** Before it is put into words. */
export type Draft = Pick<Advice, 'topic' | 'subject' | 'args'> & { readonly unlocks?: readonly string[] };
