import { crc32 } from 'node:zlib';
import type { Column } from '../files.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

const cell = (text: string, row: number, column: number): string =>
  text === ''
    ? ''
    : `<c r="${letters(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const line = (cells: readonly string[], row: number): string =>
  `<row r="${row}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`;

function sheet(lines: readonly (readonly string[])[], merged: string): string {
  const data = lines.map((cells, index) => line(cells, index + 1)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData><mergeCells count="1"><mergeCell ref="${merged}"/></mergeCells></worksheet>`;
}

const office = 'http://schemas.openxmlformats.org';
const relations = (target: string, type: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
  '_rels/.rels': relations('xl/workbook.xml', 'officeDocument'),
  'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="Extract" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml', 'worksheet'),
};

/** Fields of a record as little-endian numbers of two or four bytes. */
function record(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  fields.reduce((at, [bytes, value]) => buffer.writeUIntLE(value, at, bytes), 0);
  return buffer;
}

/** A ZIP archive without compression or times (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)];
    const common = [
      [2, 20],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, crc32(data)],
      [4, data.length],
      [4, data.length],
      [2, title.length],
      [2, 0],
    ] as const;
    const head = Buffer.concat([record([4, 0x04034b50], ...common), title, data]);
    central.push(
      record([4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      title,
    );
    local.push(head);
    offset += head.length;
  }
  const index = Buffer.concat(central);
  const count = Object.keys(parts).length;
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, index.length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...local, index, end]);
}

/** A workbook as offices send it: a merged title, a line about the extract, a gap, column names in row 4. */
export function renderWorkbook<T>(
  title: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Uint8Array {
  const merged = `A1:${letters(Math.max(columns.length - 1, 1))}1`;
  const head = [[title], ['', 'drawn by the data office, for internal use'], []];
  const body = rows.map((row) => columns.map(([, text]) => text(row)));
  const lines = [...head, columns.map(([header]) => header), ...body];
  return zip({ ...frame, 'xl/worksheets/sheet1.xml': sheet(lines, merged) });
}
