import type { Report } from '../../model/report.js';
import { markdownText as text } from '../../text/escape-markdown.js';
import { breakWords, channelSentence, communicationTitle, timeWords } from '../parts/communications.js';
import { channelWords } from '../parts/subject.js';
import { indexSystems } from '../parts/systems.js';
import { folded } from './tail.js';

/** The communications that break down, worst first, and what each channel achieves; folded. */
export function renderCommunications(report: Report): string[] {
  const system = indexSystems(report);
  const broken = report.communications.flatMap((row) => {
    const breaks = breakWords(row, system);
    const time = timeWords(row);
    return breaks.length === 0
      ? []
      : [`**${text(communicationTitle(row))}** (${text(time)}): ${text(breaks.join('; '))}.`];
  });
  const channels = report.channels
    .filter(({ communication }) => communication === null)
    .map((row) => `**${text(channelWords(row.channel))}**: ${text(channelSentence(row))}`);
  return [
    ...folded(
      `Where communication breaks down: ${broken.length} of ${report.communications.length} ways`,
      broken,
    ),
    ...folded('Channel effectiveness', channels),
  ];
}
