import { type Diff, diffSchema } from '../../model/diff.js';
import { toJsonText } from '../json.js';
import { renderDiffMarkdown } from './markdown.js';
import { renderDiffTerminal } from './terminal.js';

export const diffFormats = ['terminal', 'json', 'markdown'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** A difference in each format: pure, the same difference gives the same bytes. */
export const diffRenderers: Readonly<Record<DiffFormat, (diff: Diff, width: number) => string>> = {
  terminal: renderDiffTerminal,
  json: (diff) => toJsonText(diffSchema.parse(diff)),
  markdown: renderDiffMarkdown,
};
