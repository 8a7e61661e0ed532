import type { Severity } from '../../model/enums.js';

export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** Inside GitHub's bands: from 9.0 critical, from 7.0 high, from 4.0 medium, below low. */
export const securitySeverities: Readonly<Partial<Record<Severity, string>>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
};
