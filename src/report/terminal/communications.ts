import type { Report } from '../../model/report.js';
import { groupDigits } from '../../text/numbers.js';
import { breakWords, channelSentence, communicationTitle, timeWords } from '../parts/communications.js';
import { channelWords } from '../parts/subject.js';
import { indexSystems } from '../parts/systems.js';
import type { Style } from './style.js';
import { section } from './tail.js';

const most = 5;

/** The communications that break down first, and what each channel achieves. */
export function renderCommunications(report: Report, style: Style): string[] {
  const system = indexSystems(report);
  const broken = report.communications
    .map((row) => ({ row, breaks: breakWords(row, system) }))
    .filter(({ breaks }) => breaks.length > 0);
  const lines = broken
    .slice(0, most)
    .map(({ row, breaks }) => `${communicationTitle(row)} (${timeWords(row)}): ${breaks.join('; ')}.`);
  const rest = broken.length - most;
  const more = rest > 0 ? [`${groupDigits(rest)} more: --format html or --format json shows all.`] : [];
  const channels = report.channels
    .filter(({ communication }) => communication === null)
    .map((row) => `${channelWords(row.channel)}: ${channelSentence(row)}`);
  return [
    ...section(style, 'Where communication breaks down', [...lines, ...more]),
    ...section(style, 'Channel effectiveness', channels),
  ];
}
