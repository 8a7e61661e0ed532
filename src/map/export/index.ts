import type { EcosystemMap } from '../model.js';
import { exportCsv } from './csv.js';
import { exportDot } from './dot.js';
import { exportGraphMl } from './graphml.js';
import { exportMermaid } from './mermaid.js';
import type { ExportedFile } from './types.js';

export type { ExportedFile } from './types.js';

const one =
  (name: string, render: (map: EcosystemMap) => string) =>
  (map: EcosystemMap): readonly ExportedFile[] => [{ name, text: render(map) }];

/**
 * The map for other programs, by format. All make one file but `csv`, which makes one for each canonical table, systems
 * and flows first.
 */
export const exporters = {
  dot: one('map.dot', exportDot),
  mermaid: one('map.mmd', exportMermaid),
  graphml: one('map.graphml', exportGraphMl),
  json: one('map.json', (map) => `${JSON.stringify(map, null, 2)}\n`),
  csv: exportCsv,
} as const satisfies Readonly<Record<string, (map: EcosystemMap) => readonly ExportedFile[]>>;
