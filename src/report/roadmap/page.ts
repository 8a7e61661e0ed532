import { Buffer } from 'node:buffer';
import type { Logo, RoadmapDocument } from '../../model/roadmap-document.js';
import { cleanDeep } from '../../text/escape.js';
import { renderSection } from '../document/html.js';
import { type DocumentSection, isEmpty } from '../document/section.js';
import { noPersons, renderMenu, renderShell } from '../html/shell.js';
import { data, type Html, html, type Part, when } from '../html/tag.js';
import { asOfDay, asOfLine } from '../parts/as-of.js';
import { pageStyles } from '../triage/page-styles.js';
import { documentSections } from './document.js';
import { ganttStyles, renderGantt } from './gantt.js';
import { printStyles } from './print-styles.js';
import { renderTwin, twinStyles } from './twin.js';

const mediaTypes = { png: 'image/png', svg: 'image/svg+xml' } as const;

/** An SVG in an `img` neither runs scripts nor loads anything. */
const renderLogo = ({ type, bytes }: Logo): Html =>
  html`<img class="logo" alt="" src="data:${mediaTypes[type]};base64,${Buffer.from(bytes).toString('base64')}">`;

/** Findings on the page, under each caption; the workbook has them all. */
const mostFindings = 20;

function drawingOf({ id }: DocumentSection, { roadmap, maps }: RoadmapDocument): Part {
  const map = maps.find(({ of }) => id === `map-${of}`);
  if (map) return renderTwin(map);
  return id === 'waves' ? renderGantt(roadmap) : '';
}

const withoutLogo = ({ logo: _, ...rest }: RoadmapDocument): Omit<RoadmapDocument, 'logo'> => rest;

/** The roadmap on a page that stands alone and prints. */
export function renderRoadmapPage(raw: RoadmapDocument): string {
  const document: RoadmapDocument = { ...cleanDeep(withoutLogo(raw)), logo: raw.logo };
  const { roadmap, title, author, logo } = document;
  const sections = documentSections(document, { maps: true, findings: mostFindings }).filter(
    (part) => !isEmpty(part),
  );
  const day = asOfLine(roadmap.as_of);
  return renderShell({
    title: `${title}, ${asOfDay(roadmap.as_of)}`,
    heading: html`${when(logo !== null, () => renderLogo(logo!))}${data(title)}`,
    kicker: html`${when(title !== roadmap.ecosystem, () => html`${data(roadmap.ecosystem)}. `)}${day}${when(author !== '', () => html`. ${data(author)}`)}`,
    menu: renderMenu(sections.map(({ id, title }) => [id, title] as const)),
    styles: `${pageStyles()}${ganttStyles}${twinStyles}${printStyles}`,
    privacy: noPersons,
    showsPictures: logo !== null,
    version: document.version,
    body: sections.map((part) =>
      renderSection(part, `info part-${part.id.replace(/-.*/, '')}`, drawingOf(part, document)),
    ),
  });
}
