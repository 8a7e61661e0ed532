import type { Roadmap } from '../../model/roadmap-report.js';
import { cleanDeep } from '../../text/escape.js';
import { renderSection } from '../document/html.js';
import { isEmpty } from '../document/section.js';
import { noPersons, renderMenu, renderShell } from '../html/shell.js';
import { data } from '../html/tag.js';
import { pageStyles } from '../triage/page-styles.js';
import { dayOf } from '../triage/words.js';
import { ganttStyles, renderGantt } from './gantt.js';
import { sectionsOf } from './sections.js';

/** The roadmap on a page that stands alone and prints. */
export function renderRoadmapPage(raw: Roadmap): string {
  const roadmap = cleanDeep(raw);
  const sections = sectionsOf(roadmap).filter((part) => !isEmpty(part));
  return renderShell({
    title: `Roadmap of ${roadmap.ecosystem}, as of ${dayOf(roadmap.as_of)}`,
    heading: data(`Roadmap of ${roadmap.ecosystem}`),
    kicker: data(`As of ${dayOf(roadmap.as_of)}`),
    menu: renderMenu(sections.map(({ id, title }) => [id, title] as const)),
    styles: `${pageStyles()}${ganttStyles}`,
    privacy: noPersons,
    body: sections.map((part) =>
      renderSection(part, 'info', part.id === 'initiatives' ? renderGantt(roadmap) : ''),
    ),
  });
}
