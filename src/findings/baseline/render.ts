import { stringify } from 'yaml';
import type { Acceptance, Baseline } from '../../model/baseline.js';
import { compareText } from '../../text/compare.js';

const head = `# Accepted findings, kept by \`unsilo baseline\`. Comments are not kept: say it in \`reason\`.
`;

/** By rule, then subject: a change of one entry is a change of its lines only. */
export const byRuleAndSubject = (a: Acceptance, b: Acceptance): number =>
  compareText(a.rule, b.rule) || compareText(a.subject, b.subject);

/** Every key in the order of the schema. */
const ordered = ({ accepted, ...entry }: Acceptance): Acceptance => ({
  fingerprint: entry.fingerprint,
  rule: entry.rule,
  subject: entry.subject,
  reason: entry.reason,
  owner: entry.owner,
  created: entry.created,
  expires: entry.expires,
  accepted: { severity: accepted.severity, persons: accepted.persons, messages: accepted.messages },
});

/** The text of a baseline: the same entries give the same bytes, whatever their order. */
export function renderBaseline({
  ecosystem,
  entries,
}: {
  readonly ecosystem: string;
  readonly entries: readonly Acceptance[];
}): string {
  const baseline: Baseline = {
    $schema: 'unsilo/src/schema/baseline.json',
    schema_version: 1,
    ecosystem,
    entries: [...entries].sort(byRuleAndSubject).map(ordered),
  };
  return `${head}${stringify(baseline, { lineWidth: 0 })}`;
}
