import { firstNotBefore } from '../../text/halving.js';
import type { CodeFile } from './code-words.js';

/** A method, function or statement, by its own lines. */
export interface Block {
  readonly file: CodeFile;
  /** Offsets into the file's text. */
  readonly start: number;
  readonly end: number;
}

/** A line that is not empty. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Characters before the first word. */
  readonly indent: number;
  readonly text: string;
  /** The nearest line before it that is indented less; -1 where none is. */
  readonly above: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  /** Lines that later ones may stand in, each indented more than the one before. */
  const open: number[] = [];
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    const indent = line.search(/\S/);
    if (indent >= 0) {
      while (open.length > 0 && lines[open.at(-1)!]!.indent >= indent) open.pop();
      lines.push({ start, end, indent, text: line.trim(), above: open.at(-1) ?? -1 });
      open.push(lines.length - 1);
    }
    start = end + 1;
  }
  return lines;
}

/** Lines that belong to the one above at the same depth: a bracket of it, or another branch. */
const isContinued = ({ text }: Line): boolean =>
  /^(?:[)\]}{]|(?:end|else|elsif|elif|rescue|ensure|except|catch|finally|throws)\b)/.test(text);
/** What holds several methods: a class and the like, or an object of them. */
const holds = ({ text }: Line): boolean =>
  /^(?:[\w@]+\s+){0,4}(?:class|module|defmodule|interface|namespace|object|trait|impl|enum|struct|record)\b/.test(
    text,
  ) || /(?:=|\bdefault|\breturn)\s*\{$/.test(text);

/** The line that opens what a line stands in, and below it the line itself; the outermost first, without classes. */
function headOf(lines: readonly Line[], at: number): number {
  let head = at;
  for (let i = at; i >= 0; ) {
    const line = lines[i]!;
    if (
      i === at ||
      line.indent < lines[head]!.indent ||
      (line.indent === lines[head]!.indent && isContinued(lines[head]!))
    ) {
      if (holds(line)) break;
      head = i;
    }
    i = isContinued(lines[head]!) ? i - 1 : lines[head]!.above;
  }
  return head;
}

function endOf(lines: readonly Line[], head: number): number {
  const { indent } = lines[head]!;
  let last = head;
  for (let i = head + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.indent < indent || (line.indent === indent && !isContinued(line))) break;
    last = i;
  }
  return lines[last]!.end;
}

const known = new WeakMap<CodeFile, Line[]>();

/** The outermost method or function around a place of the code. */
export function blockAround(file: CodeFile, place: number): Block {
  const lines = known.get(file) ?? linesOf(file.text);
  known.set(file, lines);
  const head = headOf(
    lines,
    firstNotBefore(lines, ({ end }) => end < place),
  );
  return { file, start: lines[head]!.start, end: endOf(lines, head) };
}
