import type { Report } from '../../model/report.js';
import { markdownText as text } from '../../text/escape-markdown.js';
import { goalLines, goalsInShort, measureLines } from '../scorecard/lines.js';
import { folded } from './tail.js';

/** How the ecosystem does, and how far its goals are; folded. */
export const renderScorecard = ({ scorecard }: Report): string[] => {
  const goals = goalsInShort(scorecard);
  return [
    ...folded(goals === '' ? 'Goals' : `Goals: ${goals}`, goalLines(scorecard).map(text)),
    ...folded('Scorecard', measureLines(scorecard).map(text)),
  ];
};
