/** A stretch of a text, offsets in UTF-16 units, and what takes its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines that change: from, to (exclusive, from 0) in the old text, and the new text of them. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const context = 3;

/** The text with all replacements made; they are in order and do not overlap. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let at = 0;
  let made = '';
  for (const { start, end, text: own } of replacements) {
    made += text.slice(at, start) + own;
    at = end;
  }
  return made + text.slice(at);
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** Replacements as blocks of whole lines; those of one line are one block. */
function blocksOf(text: string, replacements: readonly Replacement[]): Block[] {
  const starts = [0];
  for (const line of linesOf(text)) starts.push(starts.at(-1)! + line.length);
  let line = 0;
  const lineAt = (offset: number): number => {
    while (line + 2 < starts.length && starts[line + 1]! <= offset) line += 1;
    return line;
  };
  const groups: { from: number; to: number; own: Replacement[] }[] = [];
  for (const one of replacements) {
    const from = lineAt(one.start);
    const to = lineAt(Math.max(one.start, one.end)) + 1;
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.own.push(one);
    } else groups.push({ from, to, own: [one] });
  }
  return groups.map(({ from, to, own }) => {
    const base = starts[from]!;
    const moved = own.map((one) => ({ ...one, start: one.start - base, end: one.end - base }));
    return { from, to, text: replaceAll(text.slice(base, starts[to]), moved) };
  });
}

const mark = (sign: string, lines: readonly string[]): string =>
  lines
    .map((line) => `${sign}${line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`}`)
    .join('');

const range = (from: number, count: number): string => `${count === 0 ? from : from + 1},${count}`;

/** Blocks with so few lines between that their contexts meet. */
function hunksOf(blocks: readonly Block[]): Block[][] {
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const last = hunks.at(-1);
    if (last && block.from - last.at(-1)!.to <= 2 * context) last.push(block);
    else hunks.push([block]);
  }
  return hunks;
}

/** A text and its change as `git diff` shows it; empty without a change. */
export function unifiedDiff(path: string, text: string, replacements: readonly Replacement[]): string {
  const lines = linesOf(text);
  let shift = 0;
  const hunks = hunksOf(blocksOf(text, replacements)).map((blocks) => {
    const from = Math.max(0, blocks[0]!.from - context);
    const to = Math.min(lines.length, blocks.at(-1)!.to + context);
    let [at, body, grown] = [from, '', 0];
    for (const block of blocks) {
      const made = block.text === '' ? [] : linesOf(block.text);
      body +=
        mark(' ', lines.slice(at, block.from)) +
        mark('-', lines.slice(block.from, block.to)) +
        mark('+', made);
      grown += made.length - (block.to - block.from);
      at = block.to;
    }
    body += mark(' ', lines.slice(at, to));
    const head = `@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@\n`;
    shift += grown;
    return head + body;
  });
  return hunks.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}
