import type { Prose, Span } from '../../../model/template.js';
import { Stretches } from '../stretches.js';

const blank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\r' || character === '\n';

/** Offset behind an escape: `\x41`, `A`, a line break that is taken back with its indent, or two characters. */
function escapeEnd(source: string, at: number): { end: number; visible: boolean } {
  const letter = source[at + 1] ?? '';
  if (letter === '\n' || letter === '\r') {
    let end = at + 1;
    while (blank(source[end])) end++;
    return { end, visible: false };
  }
  return { end: at + ({ x: 4, u: 6, U: 10 }[letter] ?? 2), visible: true };
}

function foldEnd(source: string, at: number): number {
  let end = at;
  while (blank(source[end])) end++;
  return source.slice(at, end).includes('\n') ? end : at;
}

/**
 * Where each character of a value stands in a stretch of the source it was read from: both are walked side by
 * side, over escapes, doubled quotes, folded lines and indents. The stretch is without quotes and block heads.
 */
export function align(value: string, source: string, { start, end }: Span, escapes: boolean): Prose {
  const made = new Stretches();
  let done = 0;
  let at = start;
  let run = { done, at };
  const flush = (): void => made.push(value.slice(run.done, done), run.at, false);
  const jump = (to: number, made1: number): void => {
    flush();
    if (made1 > 0) made.push(value.slice(done, done + made1), at, true);
    done += made1;
    at = to;
    run = { done, at };
  };
  while (done < value.length && at < end) {
    const fold = value[done] === ' ' && blank(source[at]) ? foldEnd(source, at) : at;
    if (escapes && source[at] === '\\') {
      const taken = escapeEnd(source, at);
      const wide = source[at + 1] === 'U' && value.codePointAt(done)! > 0xffff ? 2 : 1;
      jump(taken.end, taken.visible ? wide : 0);
    } else if (value[done] === source[at]) {
      done++;
      at++;
    } else if (fold > at) jump(fold, 1);
    else jump(at + 1, 0);
  }
  flush();
  made.push(value.slice(done), at, true);
  return made.build(end);
}
