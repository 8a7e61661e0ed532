import type { At } from './check.js';
import type { Mark } from './marks.js';

/** Where in its file something stands; without a span the place is where the part begins, and has no length. */
export function placeOf(at: At): Mark {
  const { start, end } = at.span ?? { start: 0, end: 0 };
  if ('file' in at) return { file: at.file.path, start, end };
  if (at.outside) return { file: at.part.file.path, start: at.outside.start, end: at.outside.end };
  return { file: at.part.file.path, start: at.part.toFile(start), end: at.part.toFile(end) };
}
