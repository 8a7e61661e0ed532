import type { CodeFile } from './code-words.js';

/** A method, function or statement, by its own lines. */
export interface Block {
  readonly file: CodeFile;
  /** Offsets into the file's text. */
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Characters before the first word; -1 of an empty line. */
  readonly indent: number;
  readonly text: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    lines.push({ start, end, indent: line.search(/\S/), text: line.trim() });
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
  let depth = lines[at]!.indent;
  for (let i = at; i >= 0; i--) {
    const line = lines[i]!;
    if (
      line.indent < 0 ||
      line.indent > depth ||
      (line.indent === depth && i !== at && !isContinued(lines[head]!))
    )
      continue;
    depth = line.indent;
    if (holds(line)) break;
    head = i;
  }
  return head;
}

function endOf(lines: readonly Line[], head: number): number {
  const { indent } = lines[head]!;
  let last = head;
  for (let i = head + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.indent < 0) continue;
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
  const at = lines.findIndex(({ end }) => end >= place);
  const head = headOf(lines, at);
  return { file, start: lines[head]!.start, end: endOf(lines, head) };
}
