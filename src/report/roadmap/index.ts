import type { Roadmap } from '../../model/roadmap-report.js';
import type { ScreenOptions } from '../triage/terminal.js';
import { renderRoadmapCsv } from './csv.js';
import { renderRoadmapMarkdown } from './markdown.js';
import { renderRoadmapPage } from './page.js';
import { renderRoadmapTerminal } from './terminal.js';

export const roadmapFormats = ['terminal', 'json', 'html', 'markdown', 'csv'] as const;
export type RoadmapFormat = (typeof roadmapFormats)[number];

/** A roadmap in a format; pure, so that the same roadmap gives the same bytes. */
export const roadmapRenderers: Readonly<
  Record<RoadmapFormat, (roadmap: Roadmap, screen: ScreenOptions) => string>
> = {
  terminal: renderRoadmapTerminal,
  json: (roadmap) => `${JSON.stringify(roadmap, null, 2)}\n`,
  html: renderRoadmapPage,
  markdown: renderRoadmapMarkdown,
  csv: renderRoadmapCsv,
};
