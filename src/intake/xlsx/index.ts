import { strToU8, zipSync } from 'fflate';
import type { Book } from '../book.js';
import { sheetXml } from './sheet-xml.js';
import { stylesXml } from './styles.js';
import { mainSpace, xmlHead, xmlText } from './xml.js';

const packaged = 'http://schemas.openxmlformats.org/package/2006';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function workbookXml({ sheets, names }: Book): string {
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const defined = Object.entries(names).map(
    ([name, place]) => `<definedName name="${name}">${xmlText(place)}</definedName>`,
  );
  return `${xmlHead}<workbook xmlns="${mainSpace}" xmlns:r="${relation}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}

function relationsXml({ sheets }: Book): string {
  const parts = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['styles', 'styles.xml'],
  ];
  const all = parts.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relation}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
}

function typesXml({ sheets }: Book): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet']),
  ];
  const overrides = parts.map(
    ([part, type]) => `<Override PartName="${part}" ContentType="${typed}.${type}+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/**
 * The bytes of a workbook as Office Open XML (ECMA-376): the same book gives the same bytes. Written here, since the
 * libraries that are alive know no drop-downs and those that do are not kept.
 */
export function toXlsx(book: Book): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': typesXml(book),
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbookXml(book),
    'xl/_rels/workbook.xml.rels': relationsXml(book),
    'xl/styles.xml': stylesXml(book.rightToLeft),
  };
  for (const [i, sheet] of book.sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, book, i === 0);
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
