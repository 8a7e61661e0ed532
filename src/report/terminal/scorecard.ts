import type { Report } from '../../model/report.js';
import { goalLines, measureLines } from '../scorecard/lines.js';
import type { Style } from './style.js';
import { section } from './tail.js';

/** How the ecosystem does, and how far its goals are. */
export const renderScorecard = ({ scorecard }: Report, style: Style): string[] => [
  ...section(style, 'Scorecard', measureLines(scorecard)),
  ...section(style, 'Goals', goalLines(scorecard)),
];
