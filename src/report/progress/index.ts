import type { Progress } from '../../model/progress.js';
import { cleanDeep } from '../../text/escape.js';
import { markdownText as text } from '../../text/escape-markdown.js';
import { finish, section } from '../document/markdown.js';
import { isEmpty } from '../document/section.js';
import type { ScreenOptions } from '../triage/terminal.js';
import { renderProgressPage } from './page.js';
import { progressSections } from './sections.js';
import { renderProgressTerminal } from './terminal.js';

export const progressFormats = ['terminal', 'json', 'html', 'markdown'] as const;
export type ProgressFormat = (typeof progressFormats)[number];

function renderMarkdown(raw: Progress): string {
  const progress = cleanDeep(raw);
  const sections = progressSections(progress).filter((part) => !isEmpty(part));
  return finish([`# ${text(`Progress of ${progress.ecosystem}`)}`, '', ...sections.flatMap(section)]);
}

/** Progress in a format; pure, so that the same snapshots give the same bytes. */
export const progressRenderers: Readonly<
  Record<ProgressFormat, (progress: Progress, screen: ScreenOptions) => string>
> = {
  terminal: renderProgressTerminal,
  json: (progress) => `${JSON.stringify(progress, null, 2)}\n`,
  html: renderProgressPage,
  markdown: renderMarkdown,
};
