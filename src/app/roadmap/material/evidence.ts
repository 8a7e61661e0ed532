import type { Finding } from '../../../model/finding.js';
import type { Report } from '../../../model/report.js';
import type { RoadmapEvidence } from '../../../model/roadmap-document.js';
import type { Roadmap } from '../../../model/roadmap-report.js';

/** Findings that stay are listed as far as this; those that go, all. */
const mostStaying = 40;

const evidenceOf = (
  { fingerprint, severity, title, message, persons, evidence: [first] }: Finding,
  wave: number | null,
): RoadmapEvidence => ({
  fingerprint,
  severity,
  title,
  message,
  persons: persons?.count ?? null,
  place: first ? `${first.file}:${first.row}` : '',
  wave,
});

/** Findings of today in their order, each with the wave after which an audit no longer finds it; those that go first. */
export function evidenceFor({ findings }: Report, { waves }: Roadmap): RoadmapEvidence[] {
  const closed = new Map<string, number>();
  for (const { wave, findings_closed: gone } of waves)
    for (const fingerprint of gone) if (!closed.has(fingerprint)) closed.set(fingerprint, wave);
  const goes = findings.filter(({ fingerprint }) => closed.has(fingerprint));
  const stays = findings.filter(({ fingerprint }) => !closed.has(fingerprint)).slice(0, mostStaying);
  return [
    ...goes.map((finding) => evidenceOf(finding, closed.get(finding.fingerprint)!)),
    ...stays.map((finding) => evidenceOf(finding, null)),
  ];
}
