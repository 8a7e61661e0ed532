import type { Heard } from '../../model/roadmap-document.js';

/** One of the two maps before it is laid out. Nodes without a name are not drawn. */
export interface TwinSide {
  /** Name and line below it, by id. */
  readonly nodes: ReadonlyMap<string, { readonly name: string; readonly note: string }>;
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly says: string;
    readonly fields: number;
  }[];
  readonly heard: ReadonlyMap<string, Heard>;
}

/** What goes one way between two nodes: all that is said of it, and how many fields it carries. */
export interface Strand {
  readonly says: string;
  readonly fields: number;
}

/** What goes between nodes, `from` before `to` with a line end between them as key. */
export function strandsOf({ flows, nodes }: TwinSide): ReadonlyMap<string, Strand> {
  const strands = new Map<string, Strand>();
  for (const { from, to, says, fields } of flows) {
    if (from === to || !nodes.has(from) || !nodes.has(to)) continue;
    const known = strands.get(`${from}\n${to}`);
    strands.set(`${from}\n${to}`, {
      says: known ? `${known.says}\n${says}` : says,
      fields: (known?.fields ?? 0) + fields,
    });
  }
  return strands;
}
