import { groupDigits } from '../../text/numbers.js';
import { cell, clipLine, dim, fillLine, type Line, piece, widthOf } from '../line.js';
import { readAddress, type Sheet } from '../sheet.js';
import { type Form, type State, shown, tabs } from '../state.js';

/** What is drawn: lines that fit the terminal, and which of them is picked. */
export interface Screen {
  readonly lines: readonly Line[];
  /** Line the cursor is on; -1 where the page is empty. */
  readonly picked: number;
  readonly size: Size;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Lines of a page that fit: all but tabs, title and foot. */
export const bodyHeight = ({ rows }: Size): number => Math.max(3, rows - 3);

/** From so many columns a list stands beside what its line leads to. */
const splitFrom = 120;

/** Columns of the list, where something stands beside it. */
export const listWidth = ({ columns }: Size): number => Math.max(78, Math.floor(columns * 0.48));

export const isSplit = ({ columns }: Size, address: string): boolean =>
  columns >= splitFrom && ['findings', 'systems'].includes(readAddress(address).kind);

function tabLine(state: State, width: number): Line {
  const kinds = state.places.map(({ address }) => readAddress(address).kind);
  const current = [...kinds].reverse().find((kind) => tabs.some(([name]) => name === kind));
  const names = tabs.flatMap(([address, name], at) => [
    piece(' '),
    address === current ? piece(`[${at + 1} ${name}]`, 'strong') : piece(` ${at + 1} ${name} `, 'dim'),
  ]);
  const help = piece('? keys', 'dim');
  const left = [piece('unsilo', 'strong'), ...names];
  const space = width - widthOf(left) - 6;
  return clipLine(space > 0 ? [...left, piece(' '.repeat(space)), help] : left, width);
}

function titleLine({ title, length }: Sheet, cursor: number, width: number): Line {
  const place = length === 0 ? '' : `${groupDigits(cursor + 1)}/${groupDigits(length)}`;
  return [piece(`${cell(title, width - place.length - 1)} `, 'strong'), piece(place, 'dim')];
}

function formLine({ fields, at, about }: Form, width: number): Line {
  const { label, value } = fields[at]!;
  const many = about.length > 1 ? ` (${groupDigits(about.length)} findings)` : '';
  const lead = `${label}${many}: `;
  const room = width - lead.length - 1;
  const tail = [...value].slice(-Math.max(4, room)).join('');
  return [piece(lead, 'strong'), piece(tail), piece('▏', 'strong')];
}

const hints = 'Enter open  Esc back  / narrow  f facets  s sort  b causes  ? all keys  q quit';

const footLine = (state: State, width: number): Line =>
  state.form ? formLine(state.form, width) : state.note === '' ? dim(hints) : [piece(state.note, 'strong')];

/** The first line shown, so that the picked one stays in the middle as long as there is something to scroll. */
const firstOf = (cursor: number, length: number, fits: number): number =>
  Math.max(0, Math.min(cursor - Math.floor(fits / 2), length - fits));

interface Pane {
  readonly sheet: Sheet;
  readonly cursor: number;
  readonly width: number;
  readonly height: number;
}

function paneLines({ sheet, cursor, width, height }: Pane): { lines: Line[]; picked: number } {
  const first = firstOf(cursor, sheet.length, height);
  const lines = Array.from({ length: height }, (_, at) => {
    if (first + at >= sheet.length) return [];
    const isPicked = first + at === cursor;
    const line = clipLine(
      [piece(isPicked ? '› ' : '  ', 'strong'), ...sheet.line(first + at, width - 2)],
      width,
    );
    return isPicked ? fillLine(line, width).map((one) => ({ ...one, picked: true })) : line;
  });
  return { lines, picked: sheet.length === 0 ? -1 : cursor - first };
}

const bar = piece(' │ ', 'dim');

/** The screen as lines, each at most as wide as the terminal. */
export function compose(state: State, size: Size, sheet: Sheet, beside?: Sheet): Screen {
  const { columns } = size;
  const height = bodyHeight(size);
  const cursor = Math.min(shown(state).cursor, Math.max(0, sheet.length - 1));
  const width = beside ? listWidth(size) : columns;
  const { lines, picked } = paneLines({ sheet, cursor, width, height });
  const rest = columns - width - 3;
  const body = beside
    ? lines.map((line, at) => [
        ...fillLine(line, width),
        bar,
        ...(at < beside.length ? clipLine(beside.line(at, rest), rest) : []),
      ])
    : lines;
  return {
    lines: [
      tabLine(state, columns),
      titleLine(sheet, cursor, columns),
      ...body,
      clipLine(footLine(state, columns), columns),
    ],
    picked: picked < 0 ? -1 : picked + 2,
    size,
  };
}
