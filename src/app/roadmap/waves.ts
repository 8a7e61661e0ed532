import type { Roadmap } from '../../model/roadmap-report.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import type { Step } from '../../roadmap/order.js';
import { compareText } from '../../text/compare.js';
import type { AuditRequest } from '../audit.js';
import type { Announce } from '../run-stages.js';
import { type Audited, auditFuture } from './audit-future.js';
import type { Base } from './read-base.js';
import type { Weighing } from './weighing.js';

type Wave = Roadmap['waves'][number];

const fingerprintsOf = ({ report }: Audited): string[] =>
  report.findings.map(({ fingerprint }) => fingerprint);
const without = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => !others.includes(one)).sort(compareText);

/** What an audit of the changed ecosystem differs in. */
export const differenceOf = (before: Audited, after: Audited) => ({
  persons_confirmed: before.standing.persons_in_conflict - after.standing.persons_in_conflict,
  after: after.standing,
  findings_closed: without(fingerprintsOf(before), fingerprintsOf(after)),
  findings_opened: without(fingerprintsOf(after), fingerprintsOf(before)),
});

/** Audits the ecosystem as each wave leaves it, with all waves before it, and holds the plan's claim against that. */
export async function auditWaves(
  request: AuditRequest,
  base: Base,
  { initiatives }: Weighing,
  steps: readonly Step[],
  announce: Announce,
): Promise<Wave[]> {
  const waves: Wave[] = [];
  const last = steps.at(-1)?.wave ?? 0;
  for (let wave = 1; wave <= last; wave++) {
    announce('auditing the future', `wave ${wave} of ${last}`);
    const upTo = steps.filter((step) => step.wave <= wave);
    const edits = mergeEdits(upTo.map(({ initiative }) => initiatives[initiative]!.edits));
    const difference = differenceOf(base, await auditFuture(request, 'roadmap', edits, announce));
    const claimed = upTo.at(-1)!.persons;
    waves.push({
      wave,
      initiatives: steps.filter((step) => step.wave === wave).map((step) => initiatives[step.initiative]!.id),
      persons_claimed: claimed,
      confirmed: difference.persons_confirmed >= claimed,
      ...difference,
    });
  }
  return waves;
}
