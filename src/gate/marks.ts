import type { TemplateFile } from '../model/template.js';

/** A place in a file, offsets into its text. */
export interface Mark {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

const [open, close] = ['⟦', '⟧'] as const;

/** A file without its marks, and the places they stood around: `{{⟦nmae⟧}}` marks `nmae`. Marks may be nested. */
export function unmark(path: string, marked: string): { file: TemplateFile; marks: Mark[] } {
  const marks: Mark[] = [];
  const begun: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === open) begun.push(text.length);
    else if (character === close) marks.push({ file: path, start: begun.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { file: { path, text }, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}
