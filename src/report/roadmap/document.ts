import type { RoadmapDocument, TwinMap } from '../../model/roadmap-document.js';
import type { DocumentSection } from '../document/section.js';
import { scorecardMethod, scorecardSections } from '../scorecard/sections.js';
import { evidenceSections } from './evidence-sections.js';
import { sectionsOf } from './sections.js';

const titles = { systems: 'The systems concerned', silos: 'Today and tomorrow' } as const;
const lead = 'Both maps have one layout: what differs is what changes.';

/** Words to the maps; the maps themselves are drawn where they can be. */
function mapSection({ of, left, partial }: TwinMap): DocumentSection {
  const what = of === 'systems' ? 'system' : 'silo';
  return {
    id: `map-${of}`,
    title: partial ? titles.systems : titles.silos,
    paragraphs: [
      `${lead} Each ${what} says of how many changes of data made elsewhere it hears within the agreed time.${partial ? ' Only systems between which something changes are drawn.' : ''}${left > 0 ? ` ${left} lines that carry least and stay as they are were left out.` : ''}`,
    ],
  };
}

/** What a document shows of all there is. */
export interface Extent {
  /** Whether maps are drawn in it. */
  readonly maps: boolean;
  /** Findings listed under one caption at most. */
  readonly findings: number;
}

/** Initiatives and goals go by their titles where others name them. */
function namesIn({ roadmap, scorecard }: RoadmapDocument): (id: string) => string {
  const titles = new Map([...roadmap.initiatives, ...scorecard.goals].map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}

/** The whole document, section by section. */
export function documentSections(document: RoadmapDocument, { maps, findings }: Extent): DocumentSection[] {
  const { roadmap, scorecard } = document;
  const [summary, options, ...plan] = sectionsOf(roadmap, namesIn(document));
  return [
    summary!,
    ...scorecardSections(scorecard),
    options!,
    ...(maps ? document.maps.map(mapSection) : []),
    ...plan,
    scorecardMethod(scorecard),
    ...evidenceSections(document, findings),
  ];
}
