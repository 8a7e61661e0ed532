import { type Severity, severities } from './enums.js';
import type { Finding } from './finding.js';

/** What decides whether a finding fails a run. */
export interface Gate {
  readonly failOn: Severity | 'never';
  /** What an earlier run knew, and what is no worse since, passes. */
  readonly failOnNew?: boolean;
}

/** Whether a finding fails the run; what is suppressed never does. */
export const isFailing = (
  { severity, status, suppression }: Pick<Finding, 'severity' | 'status' | 'suppression'>,
  { failOn, failOnNew }: Gate,
): boolean =>
  suppression === null &&
  failOn !== 'never' &&
  severities.indexOf(severity) <= severities.indexOf(failOn) &&
  !(failOnNew === true && status === 'known');
