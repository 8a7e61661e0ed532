import type { Edit } from '../../../model/edit.js';
import type { Names } from '../../../model/names.js';
import type { RoadmapDocument } from '../../../model/roadmap-document.js';
import type { Roadmap } from '../../../model/roadmap-report.js';
import { anonymise } from '../../../roadmap/anonymise/index.js';
import { mergeEdits } from '../../../roadmap/merge-edits.js';
import type { Seen, Watched } from '../watch.js';
import { evidenceFor } from './evidence.js';
import { readMaps } from './read-map.js';
import { readNames } from './read-names.js';

/** What a document is called, who signs it, and the logo on it. */
export type Cover = Pick<RoadmapDocument, 'title' | 'author' | 'logo'>;

/** What a roadmap is made from, gathered while it is made. */
export interface Material extends Required<Watched> {
  /** The document about a roadmap made under this watch. */
  documentOf(roadmap: Roadmap, cover: Cover): RoadmapDocument;
}

/** The edits of the plan, or of the last future that was audited where nothing was planned. */
function editsOf({ initiatives }: Roadmap, audited: readonly Edit[]): readonly Edit[] {
  const planned = initiatives.filter(({ wave }) => wave !== null);
  return planned.length > 0 ? mergeEdits(planned.map(({ edits }) => edits)) : audited;
}

/** Names of the ecosystem itself, and of what changes add to it. */
function namesFor({ report, config }: Seen, roadmap: Roadmap, names: Omit<Names, 'findings'>): Names {
  const bare = (id: string) => ({ id, name: null });
  const fingerprints = [
    ...report.findings.map(({ fingerprint }) => fingerprint),
    ...roadmap.waves.flatMap(({ findings_opened: opened }) => opened.map(({ fingerprint }) => fingerprint)),
  ];
  return {
    ...names,
    organisations: [config.name, ...(config.domains ?? [])].map(bare),
    findings: [...new Set(fingerprints)].map(bare),
  };
}

/** Looks on while a roadmap is made. */
export function gatherMaterial(anonymous: boolean): Material {
  let seen: Seen | undefined;
  let names: Omit<Names, 'findings'> | undefined;
  let audited: readonly Edit[] = [];
  return {
    watch: {
      today: async (base, store) => {
        seen = base;
        if (anonymous) names = await readNames(store, base.today.ways.inventory.mentionedFields);
      },
      future: (edits) => {
        audited = edits;
      },
    },
    documentOf(roadmap, cover) {
      const { manifest } = seen!.report;
      const document: RoadmapDocument = {
        roadmap,
        scorecard: seen!.report.scorecard,
        maps: readMaps(seen!, editsOf(roadmap, audited)),
        evidence: evidenceFor(seen!.report, roadmap),
        inputs: manifest.inputs,
        version: manifest.version,
        ...cover,
        title: cover.title || `Roadmap of ${roadmap.ecosystem}`,
        anonymous: false,
      };
      return names ? anonymise(document, namesFor(seen!, roadmap, names)) : document;
    },
  };
}
