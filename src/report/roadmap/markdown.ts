import type { RoadmapDocument } from '../../model/roadmap-document.js';
import { markdownText as text } from '../../text/escape-markdown.js';
import { finish, section } from '../document/markdown.js';
import { isEmpty } from '../document/section.js';
import { asOfLine } from '../parts/as-of.js';
import { documentSections } from './document.js';

/** The roadmap for a wiki. */
export const renderRoadmapMarkdown = (document: RoadmapDocument): string =>
  finish([
    `# ${text(document.title)}`,
    '',
    `${asOfLine(document.roadmap.as_of)}${document.author === '' ? '' : `. ${text(document.author)}`}`,
    '',
    ...documentSections(document, { maps: false, findings: 20 })
      .filter((part) => !isEmpty(part))
      .flatMap(section),
  ]);
