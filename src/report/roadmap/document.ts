import type { RoadmapDocument, TwinMap } from '../../model/roadmap-document.js';
import type { DocumentSection } from '../document/section.js';
import { evidenceSections } from './evidence-sections.js';
import { sectionsOf } from './sections.js';

/** Words to the maps; the maps themselves are drawn where they can be. */
function mapSection({ of, left }: TwinMap): DocumentSection {
  const what = of === 'systems' ? 'system' : 'silo';
  return {
    id: 'map',
    title: 'Today and tomorrow',
    paragraphs: [
      `Both maps have one layout: what differs is what changes. Each ${what} says of how many changes of data made elsewhere it hears within the agreed time.${left > 0 ? ` ${left} lines that carry least and stay as they are were left out.` : ''}`,
    ],
  };
}

/** The whole document, section by section; `pictures` keeps the section that only says what a map shows. */
export function documentSections(document: RoadmapDocument, pictures: boolean): DocumentSection[] {
  const sections = sectionsOf(document.roadmap);
  const waves = sections.findIndex(({ id }) => id === 'waves');
  const map = pictures && document.map ? [mapSection(document.map)] : [];
  return [...sections.slice(0, waves), ...map, ...sections.slice(waves), ...evidenceSections(document)];
}
