import type { Trace, TraceCell, TraceHeld } from '../../model/trace.js';
import { valueWords } from '../parts/choice-words.js';
import { cutLines, displayWidth, wrap } from '../parts/width.js';
import { pad } from '../terminal/layout.js';
import type { Style } from '../terminal/style.js';
import { cellParts, dayOf, namesOf, orderedCells } from './words.js';

const gap = 2;
const nameWidth = 18;

const strengthMarks: Readonly<Record<string, string>> = { default: ' d', imported: ' c', inferred: ' i' };

/** `≠ yes 2020-12-09 d`: whether it differs, the value, since when, and how it came about. */
function heldText({ agrees, value, at, strength }: TraceHeld): string {
  const mark = agrees === false ? '≠' : ' ';
  return `${mark} ${valueWords(value)} ${dayOf(at)}${strengthMarks[strength ?? ''] ?? ''}`;
}

interface Column {
  readonly heads: readonly string[];
  readonly should: string;
  readonly held: ReadonlyMap<string, TraceHeld>;
  readonly width: number;
}

function toColumn(cell: TraceCell): Column {
  const heads = cellParts(cell);
  const should = cell.should
    ? `  ${valueWords(cell.should.value)} ${dayOf(cell.should.at)}`
    : '  nobody asked';
  const texts = [should, ...cell.systems.map(heldText)];
  const width = Math.max(...texts.map(displayWidth), 12);
  return {
    heads: heads.flatMap((head) => cutLines(wrap(head, width - gap), 1, width - gap)),
    should,
    held: new Map(cell.systems.map((held) => [held.system_id, held])),
    width,
  };
}

/** The first columns that fit into so many characters, one at least. */
function fitting(columns: readonly Column[], width: number): Column[] {
  let used = nameWidth;
  return columns.filter(({ width: own }, at) => {
    used += gap + own;
    return at === 0 || used <= width;
  });
}

/** A name in its column; of a longer one what fits. */
const cut = (text: string): string =>
  displayWidth(text) <= nameWidth
    ? text
    : `${wrap(text.replaceAll(' ', '\u00a0'), nameWidth - 1)[0]}…`.replaceAll('\u00a0', ' ');

/** Systems with a record: those that differ first, then by id. */
function rowsOf(columns: readonly Column[]): string[] {
  const systems = new Map<string, boolean>();
  for (const { held } of columns)
    for (const [system, { agrees }] of held) systems.set(system, systems.get(system) || agrees === false);
  return [...systems].sort(([a, x], [b, y]) => Number(y) - Number(x) || (a < b ? -1 : 1)).map(([id]) => id);
}

const rendered = (cells: readonly string[]): string => cells.join(' '.repeat(gap)).trimEnd();

/** Systems × what they hold, as wide as the terminal; what does not fit is counted. */
export function renderTable(trace: Trace, { chalk, width }: Style): string[] {
  const all = orderedCells(trace).map(toColumn);
  if (all.length === 0) return ['No system holds a choice of this customer.'];
  const columns = fitting(all, width);
  const name = namesOf(trace);
  const height = Math.max(...columns.map(({ heads }) => heads.length));
  const heads = Array.from({ length: height }, (_, line) =>
    rendered([pad('', nameWidth), ...columns.map((one) => pad(`  ${one.heads[line] ?? ''}`, one.width))]),
  );
  const rows = rowsOf(columns).map((system) =>
    rendered([
      pad(cut(name(system)), nameWidth),
      ...columns.map(({ held, width: own }) => {
        const cell = held.get(system);
        const text = pad(cell ? heldText(cell) : '  ·', own);
        return cell?.agrees === false ? chalk.red(text) : text;
      }),
    ]),
  );
  const should = rendered([
    pad('should hold', nameWidth),
    ...columns.map((one) => pad(one.should, one.width)),
  ]);
  const rest = all.length - columns.length;
  return [...heads.map((line) => chalk.dim(line)), chalk.bold(should), ...rows, ...legend(rest)].map(
    (line) => line,
  );
}

const legend = (rest: number): string[] => [
  `≠ differs   d default   c copied   i inferred   · no record${rest > 0 ? `   ${rest} more in JSON and HTML` : ''}`,
];
