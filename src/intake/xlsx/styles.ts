import type { CellStyle } from '../book.js';
import { mainSpace, xmlHead } from './xml.js';

interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly size?: number;
  /** RGB. */
  readonly colour?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  /** Of ECMA-376 18.8.30: 49 is text as it was typed, 164 our day. */
  readonly format?: number;
}

const muted = '595959';
const looks: Readonly<Record<CellStyle, Look>> = {
  plain: {},
  text: { format: 49 },
  date: { format: 164 },
  number: {},
  title: { bold: true, size: 16, colour: '1F3864' },
  help: { colour: muted, wrap: true, size: 9 },
  wrapped: { wrap: true },
  link: { underlined: true, colour: '0563C1' },
  required: { bold: true, colour: 'FFFFFF', fill: '1F3864', wrap: true },
  optional: { bold: true, colour: '262626', fill: 'D9D9D9', wrap: true },
  technical: { italic: true, colour: muted, fill: 'F2F2F2', size: 8, format: 49 },
  missing: { fill: 'F8CBAD' },
};
const names = Object.keys(looks) as CellStyle[];

/** The number by which a cell refers to its look. */
export const styleNumber = (style: CellStyle): number => names.indexOf(style);

const font = ({ bold, italic, underlined, size = 11, colour }: Look): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underlined ? '<u/>' : ''}<sz val="${size}"/>${
    colour ? `<color rgb="FF${colour}"/>` : ''
  }<name val="Calibri"/><family val="2"/></font>`;

/** The first two are fixed: none, and a pattern nobody uses. */
const fixedFills = ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`);
const fill = ({ fill }: Look): string =>
  fill
    ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
    : fixedFills[0]!;

/** What people typed runs in its own direction; our words run in that of the workbook. */
const ours: readonly CellStyle[] = ['title', 'help', 'wrapped', 'plain', 'link', 'required', 'optional'];

const cell = (look: Look, i: number, rightToLeft: boolean): string =>
  `<xf numFmtId="${look.format ?? 0}" fontId="${i}" fillId="${i + 2}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${
    look.wrap ? ' wrapText="1"' : ''
  }${rightToLeft && ours.includes(names[i]!) ? ' readingOrder="2"' : ''}/></xf>`;

/** The looks of all cells, and the one of a needed cell that is empty. */
export function stylesXml(rightToLeft: boolean): string {
  const all = names.map((name) => looks[name]);
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return [
    `${xmlHead}<styleSheet xmlns="${mainSpace}">`,
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
    list('fonts', all.map(font)),
    list('fills', [...fixedFills, ...all.map(fill)]),
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list(
      'cellXfs',
      all.map((look, i) => cell(look, i, rightToLeft)),
    ),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    `<dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FF${looks.missing.fill}"/></patternFill></fill></dxf></dxfs>`,
    '</styleSheet>',
  ].join('');
}
