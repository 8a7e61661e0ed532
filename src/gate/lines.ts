import type { GatePlace } from '../model/gate-report.js';

/** Line and column of an offset, both from 1; the column in UTF-16 units. */
export type LineOf = (offset: number) => { readonly line: number; readonly column: number };

/** Where the lines of a text begin; a line ends with LF, as git counts. */
function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Tells the lines of a text, in logarithmic time each. */
export function createLineOf(text: string): LineOf {
  const starts = startsOf(text);
  return (given) => {
    const offset = Math.max(0, Math.min(given, text.length));
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

/** Characters shown before, inside and after a place. */
const room = { before: 40, at: 80, after: 40 } as const;

const isHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** A cut that does not part a pair of surrogates. */
const whole = (text: string, offset: number): number =>
  offset > 0 && offset < text.length && isHalf(text.charCodeAt(offset)) ? offset - 1 : offset;

/** Where the line around a place begins and ends, looked for no further than is shown: a line may be the whole file. */
function lineAround(text: string, start: number): { readonly lineStart: number; readonly stop: number } {
  const first = Math.max(0, start - room.before - 1);
  const last = Math.min(text.length, start + room.at + room.after + 1);
  const end = text.slice(start, last).indexOf('\n');
  return {
    lineStart: first + text.slice(first, start).lastIndexOf('\n') + 1,
    stop: end < 0 ? last : start + end,
  };
}

/** The line around a place, cut to what is worth seeing. */
export function excerptOf(text: string, start: number, end: number): GatePlace['excerpt'] {
  const { lineStart, stop } = lineAround(text, start);
  const until = Math.max(start, Math.min(end, stop));
  const from = whole(text, Math.max(start === 0 ? 0 : lineStart, start - room.before));
  const last = whole(text, Math.min(until, start + room.at));
  const to = last < until ? last : whole(text, Math.min(stop, last + room.after));
  return {
    before: `${from > lineStart ? '…' : ''}${text.slice(from, start).trimStart()}`,
    at: `${text.slice(start, last)}${last < until ? '…' : ''}`,
    after: `${text.slice(last, to).trimEnd()}${to < stop && last === until ? '…' : ''}`,
  };
}
