import type { RoadmapDocument } from '../../model/roadmap-document.js';
import type { ScreenOptions } from '../triage/terminal.js';
import { renderRoadmapCsv } from './csv.js';
import { renderJiraCsv } from './jira.js';
import { renderRoadmapMarkdown } from './markdown.js';
import { renderRoadmapPage } from './page.js';
import { renderRoadmapTerminal } from './terminal.js';

export const roadmapFormats = [
  'terminal',
  'json',
  'html',
  'markdown',
  'csv',
  'jira',
  'pptx',
  'xlsx',
] as const;
export type RoadmapFormat = (typeof roadmapFormats)[number];

/** What --out writes, by file. */
export const roadmapFiles: Readonly<Record<string, RoadmapFormat>> = {
  'roadmap.html': 'html',
  'roadmap.pptx': 'pptx',
  'roadmap.xlsx': 'xlsx',
  'roadmap.md': 'markdown',
  'roadmap.json': 'json',
  'initiatives.csv': 'csv',
  'jira.csv': 'jira',
};

/** Formats that are no text, and go to a file only. */
export const binaryFormats: readonly RoadmapFormat[] = ['pptx', 'xlsx'];

type Content = string | Promise<Uint8Array>;

/** A roadmap in a format; pure, so that the same roadmap gives the same bytes. */
export const roadmapRenderers: Readonly<
  Record<RoadmapFormat, (document: RoadmapDocument, screen: ScreenOptions) => Content>
> = {
  terminal: ({ roadmap }, screen) => renderRoadmapTerminal(roadmap, screen),
  json: ({ roadmap }) => `${JSON.stringify(roadmap, null, 2)}\n`,
  html: renderRoadmapPage,
  markdown: renderRoadmapMarkdown,
  csv: ({ roadmap }) => renderRoadmapCsv(roadmap),
  jira: ({ roadmap }) => renderJiraCsv(roadmap),
  pptx: async (document) => (await import('../documents/pptx/index.js')).renderSlides(document),
  xlsx: async (document) => (await import('../documents/xlsx/index.js')).renderWorkbook(document),
};
