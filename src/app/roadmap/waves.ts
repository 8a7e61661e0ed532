import type { Initiative } from '../../model/roadmap.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import type { Placed } from '../../roadmap/arrange.js';
import { costTogether } from '../../roadmap/costs.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
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

/** Findings that must be gone once these stand: those that all initiatives aiming at them are among. */
function dueOf(done: readonly Initiative[], open: readonly Initiative[], closable: ReadonlySet<string>) {
  const later = new Set(open.flatMap(({ aims }) => aims));
  const aims = new Set(done.filter(({ edits }) => edits.length > 0).flatMap((one) => one.aims));
  return [...aims].filter((aim) => closable.has(aim) && !later.has(aim)).sort(compareText);
}

/**
 * Audits the ecosystem as each wave leaves it, with all waves before it, and holds the plan's claims against that: the
 * persons put right, and after the last wave the findings that are to be gone.
 */
export async function auditWaves(
  request: AuditRequest,
  base: Base,
  { fixed }: Weighing,
  { placed, closable }: { readonly placed: readonly Placed[]; readonly closable: ReadonlySet<string> },
  announce: Announce,
): Promise<Wave[]> {
  const waves: Wave[] = [];
  const last = placed.at(-1)?.wave ?? 0;
  const upTo = (wave: number) => placed.filter((one) => one.wave <= wave).map((one) => one.initiative);
  for (let wave = 1; wave <= last; wave++) {
    announce('auditing the future', `wave ${wave} of ${last}`);
    const done = upTo(wave);
    const open = placed.filter((one) => one.wave > wave).map((one) => one.initiative);
    const own = done.slice(upTo(wave - 1).length);
    const edits = mergeEdits(done.map((one) => one.edits));
    const difference = differenceOf(
      base,
      edits.length === 0 ? base : await auditFuture(request, 'roadmap', edits, announce),
    );
    const claimed = fixed(done);
    const due = dueOf(done, open, closable);
    const gone = due.every((one) => difference.findings_closed.includes(one));
    waves.push({
      wave,
      initiatives: own.map(({ id }) => id),
      persons_claimed: claimed,
      findings_aimed: due,
      effort: own.reduce((sum, { effort }) => sum + effort, 0),
      cost: costTogether(own, base.config.costs),
      confirmed: difference.persons_confirmed >= claimed && (wave < last || gone),
      ...difference,
    });
  }
  return waves;
}
