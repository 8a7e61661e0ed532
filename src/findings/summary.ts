import { type Severity, severities } from '../model/enums.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { Context } from './context.js';
import { isAtLeast } from './severity.js';

/** Counts of a run: all findings, those shown and hidden, and the distinct persons in conflicts. */
export function summarise(findings: readonly Finding[], context: Context): Report['summary'] {
  const counted = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const shown = findings.filter(({ severity }) => isAtLeast(severity, context.show)).length;
  return {
    findings: Object.fromEntries(severities.map((severity) => [severity, counted(severity)])) as Record<
      Severity,
      number
    >,
    shown,
    hidden: findings.length - shown,
    suppressed: findings.filter(({ suppression }) => suppression !== null).length,
    persons_in_conflict: context.inConflict.persons,
    messages_in_conflict: context.inConflict.messages,
  };
}
