import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/universal';
import type { RoadmapDocument } from '../../../model/roadmap-document.js';
import { cleanDeep } from '../../../text/escape.js';
import { type DocumentSection, isEmpty } from '../../document/section.js';
import { asOfLine } from '../../parts/as-of.js';
import { documentSections } from '../../roadmap/document.js';
import { sameBytes } from '../same-bytes.js';
import { fitPages } from './fit-pages.js';
import { initiativeSheet } from './initiative-sheet.js';
import { heightened, type SheetTable, sheetName, sheetOf } from './sheet.js';

/** Sections whose tables are sheets of their own; their names are short. */
const names: Readonly<Record<string, string>> = {
  goals: 'Goals',
  scorecard: 'Scorecard',
  options: 'Options',
  waves: 'Waves',
  backfill: 'Once besides',
  measures: 'Definitions',
  evidence: 'Findings',
  inputs: 'Inputs',
};

/** Width of the sheet of words: that of a page. */
const wordsWidth = 84;

const bold = { fontWeight: 'bold' } as const;

/** What stands in words, section by section. */
function wordsSheet(document: RoadmapDocument, sections: readonly DocumentSection[]): Sheet<Blob> {
  const rows: Row[] = [
    [{ value: document.title, type: String, ...bold, fontSize: 16 }],
    [{ value: asOfLine(document.roadmap.as_of), type: String }],
    ...(document.author === '' ? [] : [[{ value: document.author, type: String }]]),
    ...sections.flatMap(({ title, paragraphs = [], items = [], facts = [] }): Row[] =>
      paragraphs.length + items.length + facts.length === 0
        ? []
        : [
            [],
            [{ value: title, type: String, ...bold, fontSize: 13 }],
            ...[
              ...paragraphs,
              ...items,
              ...facts.filter(([, text]) => text !== '').map(([term, text]) => `${term}: ${text}`),
            ].map((value) =>
              heightened([{ value, type: String, wrap: true, alignVertical: 'top' }], [wordsWidth]),
            ),
          ],
    ),
  ];
  return { sheet: 'Summary', data: rows, columns: [{ width: wordsWidth }] };
}

/** The roadmap as a workbook: words first, then a sheet for each table, the initiatives one a row. */
export async function renderWorkbook({ logo, ...raw }: RoadmapDocument): Promise<Uint8Array> {
  const document: RoadmapDocument = { ...cleanDeep(raw), logo };
  const sections = documentSections(document, { maps: false, findings: Number.POSITIVE_INFINITY }).filter(
    (part) => !isEmpty(part),
  );
  const told = sections.filter(({ id }) => !['initiatives', 'details', 'others'].includes(id));
  const tables = told.flatMap(({ id, title, tables = [] }): SheetTable[] =>
    tables.map((table, i) => ({
      ...table,
      name: sheetName(names[id] ?? title, tables.length > 1 ? i + 1 : 0),
    })),
  );
  const sheets = [wordsSheet(document, told), initiativeSheet(document.roadmap), ...tables.map(sheetOf)];
  const blob = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
  return sameBytes(new Uint8Array(await blob.arrayBuffer()), document.roadmap.as_of, fitPages);
}
