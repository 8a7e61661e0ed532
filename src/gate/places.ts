import type { GateEdit, GatePlace } from '../model/gate-report.js';
import type { TemplateFile } from '../model/template.js';
import { compareText } from '../text/compare.js';
import type { At, Edit } from './check.js';
import { encodeFor } from './fix/encode.js';
import { createLineOf, excerptOf, type LineOf } from './lines.js';
import { placeOf } from './place.js';

/** Tells places of a run; the lines of a file are counted once. */
export function createPlaces(files: readonly TemplateFile[]): (at: At) => GatePlace {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const known = new Map<string, LineOf>();
  return (at) => {
    const { file, start, end } = placeOf(at);
    const text = texts.get(file) ?? '';
    const lineOf = known.get(file) ?? createLineOf(text);
    known.set(file, lineOf);
    const [from, to] = [lineOf(start), lineOf(Math.max(start, end))];
    return {
      file,
      line: from.line,
      column: from.column,
      end_line: to.line,
      end_column: to.column,
      excerpt: excerptOf(text, start, end),
    };
  };
}

/** An edit as offsets into its file; none where its text cannot be written into a catalogue without reading it. */
export function editsOf({ part, span, text }: Edit): GateEdit[] {
  const file = part.file.path;
  const written = part.key === '' ? text : encodeFor(file, text);
  if (written === undefined) return [];
  return [{ file, start: part.toFile(span.start), end: part.toFile(span.end), text: written }];
}

export const byPlace = (a: GatePlace, b: GatePlace): number =>
  compareText(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  a.end_line - b.end_line ||
  a.end_column - b.end_column;
