import type { Finding } from '../../model/finding.js';
import type { ErrorGroup, Report } from '../../model/report.js';
import { readSystems } from '../parts/subject.js';
import { indexSystems, type Stop } from '../parts/systems.js';
import { readWays, type Way } from '../parts/way.js';

/** What the sections look up, prepared once. */
export interface Context {
  readonly report: Report;
  readonly system: (id: string) => Stop;
  readonly way: (finding: Finding) => Way;
  /** Systems of a finding by its way and its subject, each once. */
  readonly systemsOf: (finding: Finding) => readonly string[];
  /** Anchor of the root-cause section that belongs to a finding; empty without one. */
  readonly causeAnchor: (finding: Finding) => string;
}

export const anchorOf = (groups: readonly ErrorGroup[], group: ErrorGroup): string =>
  `root-cause-${groups.indexOf(group) + 1}`;

export function createContext(report: Report): Context {
  const groups = report.error_groups;
  const byFingerprint = new Map(groups.map((group) => [group.fingerprint, anchorOf(groups, group)]));
  return {
    report,
    system: indexSystems(report),
    way: readWays(report),
    systemsOf: (finding) => [...new Set([...finding.path, ...readSystems(finding.subject)])],
    causeAnchor: (finding) => byFingerprint.get(finding.fingerprint) ?? '',
  };
}
