import { type Conflicts, conflictsSchema } from '../../model/conflicts.js';
import { toJsonText } from '../json.js';
import { renderConflictsCsv } from './csv.js';
import { renderConflictsMarkdown } from './markdown.js';
import { renderConflictsTerminal } from './terminal.js';

export const conflictFormats = ['terminal', 'json', 'csv', 'markdown'] as const;
export type ConflictFormat = (typeof conflictFormats)[number];

export interface ScreenOptions {
  readonly color: boolean;
  readonly width: number;
  /** Everything instead of what fits on a screen. */
  readonly all: boolean;
}

/** Conflicts in each format: pure, the same conflicts give the same bytes. */
export const conflictRenderers: Readonly<
  Record<ConflictFormat, (conflicts: Conflicts, options: ScreenOptions) => string>
> = {
  terminal: renderConflictsTerminal,
  json: (conflicts) => toJsonText(conflictsSchema.parse(conflicts)),
  csv: renderConflictsCsv,
  markdown: renderConflictsMarkdown,
};
