import type { RoadmapDocument } from '../../../model/roadmap-document.js';
import { cleanDeep } from '../../../text/escape.js';
import { type DocumentSection, type DocumentTable, isEmpty } from '../../document/section.js';
import { documentSections } from '../../roadmap/document.js';
import { sameBytes } from '../same-bytes.js';
import { addCover } from './cover-slide.js';
import { openDeck } from './deck.js';
import { addMaps } from './map-slide.js';
import { addPlan } from './plan-slides.js';
import { addSummary } from './summary-slide.js';
import { addSection } from './text-slides.js';

/** Sections that only a document to read has. */
const notShown = new Set(['details', 'others', 'measures', 'inputs']);
/** Findings on slides, under each caption. */
const mostFindings = 3;
/** Rows of a table on slides; the workbook has them all. */
const mostRows = 24;

function shortened(section: DocumentSection): DocumentSection {
  const { tables = [] } = section;
  const cut = (table: DocumentTable): DocumentTable => ({
    ...table,
    caption: `${table.caption}: the first ${mostRows} of ${table.rows.length}`,
    rows: table.rows.slice(0, mostRows),
  });
  return { ...section, tables: tables.map((table) => (table.rows.length > mostRows ? cut(table) : table)) };
}

/** The roadmap as slides that can be edited: shapes and tables, no pictures of them. */
export async function renderSlides({ logo, ...raw }: RoadmapDocument): Promise<Uint8Array> {
  const document: RoadmapDocument = { ...cleanDeep(raw), logo };
  const { roadmap, maps, title, author, version } = document;
  const deck = openDeck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.author = author;
  deck.company = `unsilo ${version}`;
  deck.subject = roadmap.ecosystem;
  addCover(deck, document);
  for (const section of documentSections(document, { maps: true, findings: mostFindings })) {
    if (notShown.has(section.id) || isEmpty(section)) continue;
    const map = maps.find(({ of }) => section.id === `map-${of}`);
    if (map) addMaps(deck, section.title, map);
    else if (section.id === 'summary') addSummary(deck, section);
    else addSection(deck, shortened(section));
    if (section.id === 'waves' && roadmap.initiatives.some(({ wave }) => wave !== null))
      addPlan(deck, roadmap);
  }
  const bytes = (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
  return sameBytes(bytes, roadmap.as_of);
}
