import { type Severity, severities } from '../../model/enums.js';

/** What tells severities apart without colour: a shape and a word, worst first. */
export const severityMarks: Readonly<Record<Severity, string>> = {
  critical: '■',
  high: '▲',
  medium: '◆',
  low: '●',
  info: '○',
};

export const severityRank = (severity: Severity): number => severities.indexOf(severity);
export const isShown = (severity: Severity, show: Severity): boolean =>
  severityRank(severity) <= severityRank(show);
