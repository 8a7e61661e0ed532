import { type Triage, type TriageGroup, triageSchema } from '../../model/triage.js';
import { toJsonText } from '../json.js';
import { type Brief, briefOf, briefsOf } from './brief.js';
import { renderBriefMarkdown, renderShowMarkdown, renderTriageMarkdown } from './markdown.js';
import { renderTriagePage, type TriagePicture } from './page.js';
import { renderShowPage } from './show-page.js';
import { renderTriageTerminal, type ScreenOptions } from './terminal.js';
import { renderBriefTerminal, renderShowTerminal } from './text.js';

export type { TriagePicture } from './page.js';

export const triageFormats = ['terminal', 'json', 'html', 'markdown'] as const;
export const showFormats = ['terminal', 'md', 'html', 'json'] as const;
export const briefFormats = ['terminal', 'md', 'json'] as const;

/** The triage in each format: pure, the same triage gives the same bytes. */
export const triageRenderers: Readonly<
  Record<
    (typeof triageFormats)[number],
    (triage: Triage, options: ScreenOptions, picture?: TriagePicture) => string
  >
> = {
  terminal: renderTriageTerminal,
  json: (triage) => toJsonText(triageSchema.parse(triage)),
  html: (triage, _, picture) => renderTriagePage(triage, picture),
  markdown: renderTriageMarkdown,
};

/** The root-cause report of one group in each format. */
export const showRenderers: Readonly<
  Record<
    (typeof showFormats)[number],
    (group: TriageGroup, triage: Triage, options: ScreenOptions, picture?: TriagePicture) => string
  >
> = {
  terminal: renderShowTerminal,
  md: renderShowMarkdown,
  html: (group, triage, _, picture) => renderShowPage(group, triage, picture),
  json: toJsonText,
};

/** Briefs for agents in each format. */
export const briefRenderers: Readonly<
  Record<(typeof briefFormats)[number], (briefs: readonly Brief[], options: ScreenOptions) => string>
> = {
  terminal: renderBriefTerminal,
  md: renderBriefMarkdown,
  json: toJsonText,
};

/** Briefs of one group, or of all that are open. */
export const briefsFor = (triage: Triage, group: TriageGroup | undefined): Brief[] =>
  group === undefined ? briefsOf(triage) : [briefOf(group)];
