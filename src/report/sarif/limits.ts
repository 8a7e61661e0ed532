import { gzipSync } from 'node:zlib';

/** What GitHub takes of one upload; beyond it the whole file is refused. */
export const limits = { results: 25_000, bytes: 10_000_000, tags: 20 } as const;

/** Whether a file of this text is small enough when compressed, as it is uploaded. */
export const fits = (text: string): boolean =>
  text.length <= limits.bytes || gzipSync(text).length <= limits.bytes;

/** Renders with as many results as fit, trying ever fewer; what is left out is for `render` to say. */
export function renderFitting(results: number, render: (most: number) => string): string {
  let most = Math.min(results, limits.results);
  let text = render(most);
  while (most > 0 && !fits(text)) {
    most = Math.floor(most * 0.8);
    text = render(most);
  }
  return text;
}
