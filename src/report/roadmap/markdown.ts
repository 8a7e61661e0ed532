import type { Roadmap } from '../../model/roadmap-report.js';
import { markdownText as text } from '../../text/escape-markdown.js';
import { finish, section } from '../document/markdown.js';
import { isEmpty } from '../document/section.js';
import { dayOf } from '../triage/words.js';
import { sectionsOf } from './sections.js';

/** The roadmap for a wiki. */
export const renderRoadmapMarkdown = (roadmap: Roadmap): string =>
  finish([
    `# ${text(`Roadmap of ${roadmap.ecosystem}`)}`,
    '',
    `As of ${dayOf(roadmap.as_of)}`,
    '',
    ...sectionsOf(roadmap)
      .filter((part) => !isEmpty(part))
      .flatMap(section),
  ]);
