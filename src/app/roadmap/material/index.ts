import type { Edit } from '../../../model/edit.js';
import type { RoadmapDocument } from '../../../model/roadmap-document.js';
import type { Roadmap } from '../../../model/roadmap-report.js';
import { mergeEdits } from '../../../roadmap/merge-edits.js';
import type { Seen, Watched } from '../watch.js';
import { evidenceFor } from './evidence.js';
import { readMaps } from './read-map.js';

/** What a document is called, who signs it, and the logo on it. */
export type Cover = Pick<RoadmapDocument, 'title' | 'author' | 'logo'>;

/** What a roadmap is made from, gathered while it is made. */
export interface Material extends Required<Watched> {
  /** The document about a roadmap made under this watch. */
  documentOf(roadmap: Roadmap, cover: Cover, anonymise: boolean): RoadmapDocument;
}

/** The edits of the plan, or of the last future that was audited where nothing was planned. */
function editsOf({ initiatives }: Roadmap, audited: readonly Edit[]): readonly Edit[] {
  const planned = initiatives.filter(({ wave }) => wave !== null);
  return planned.length > 0 ? mergeEdits(planned.map(({ edits }) => edits)) : audited;
}

/** Looks on while a roadmap is made. */
export function gatherMaterial(): Material {
  let seen: Seen | undefined;
  let audited: readonly Edit[] = [];
  return {
    watch: {
      today: (base) => {
        seen = base;
      },
      future: (edits) => {
        audited = edits;
      },
    },
    documentOf(roadmap, cover, anonymise) {
      const { manifest } = seen!.report;
      return {
        roadmap,
        scorecard: seen!.report.scorecard,
        maps: readMaps(seen!, editsOf(roadmap, audited)),
        evidence: evidenceFor(seen!.report, roadmap),
        inputs: manifest.inputs,
        version: manifest.version,
        ...cover,
        title: cover.title || `Roadmap of ${roadmap.ecosystem}`,
        anonymous: anonymise,
      };
    },
  };
}
