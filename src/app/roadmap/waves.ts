import { choiceFiguresWith } from '../../facts/future/choice-figures.js';
import { rowsByName, touchedBy } from '../../facts/future/touched.js';
import type { Edit } from '../../model/edit.js';
import type { Initiative } from '../../model/roadmap.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import type { Placed } from '../../roadmap/arrange.js';
import { costTogether } from '../../roadmap/costs.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import { inLanes } from '../../store/side-by-side.js';
import { compareText } from '../../text/compare.js';
import type { Audited, AuditPlan } from './audit-future.js';
import type { Base } from './read-base.js';
import type { Weighing } from './weighing.js';

type Wave = Roadmap['waves'][number];

const fingerprintsOf = ({ report }: Audited): string[] =>
  report.findings.map(({ fingerprint }) => fingerprint);
const without = (some: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others);
  return some.filter((one) => !known.has(one)).sort(compareText);
};

/** Findings that only the changed ecosystem has, gravest first as its report has them. */
function openedBetween(before: Audited, after: Audited): Wave['findings_opened'] {
  const known = new Set(fingerprintsOf(before));
  return after.report.findings
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map(({ fingerprint, rule, subject, severity, message }) => ({
      fingerprint,
      rule,
      subject,
      severity,
      message,
    }));
}

/** Errors reported in groups whose way, from where a value is known to where it is sent, goes over a touched flow. */
function errorsOn({ today, report }: Base, edits: readonly Edit[]): number {
  const { flows } = touchedBy(edits, rowsByName(today.ways.tables));
  const touched = new Set(
    today.ways.inventory.flows
      .filter(({ flowId }) => flows.has(flowId))
      .map(({ from, to }) => `${from}>${to}`),
  );
  return report.error_groups
    .filter(({ path }) => path.some((system, i) => touched.has(`${path[i - 1]}>${system}`)))
    .reduce((sum, { errors }) => sum + errors, 0);
}

/** What an audit of the ecosystem with these edits differs in. */
export const differenceOf = (before: Base, after: Audited, edits: readonly Edit[]) => ({
  persons_confirmed: before.standing.persons_in_conflict - after.standing.persons_in_conflict,
  after: after.standing,
  carried: choiceFiguresWith(before.today.ways.tables, before.config, edits),
  errors_explained: errorsOn(before, edits),
  weak_points_opened: without(after.structure.points, before.structure.points),
  flows_made_redundant: without(after.structure.redundant, before.structure.redundant),
  findings_closed: without(fingerprintsOf(before), fingerprintsOf(after)),
  findings_opened: openedBetween(before, after),
});

/** Bytes of sources up to which two ecosystems at once are little for the memory of a run. */
const small = 64 * 2 ** 20;

/** Lanes for audits: two where there is room, as an engine waits for us about as often as we for it. */
const sideBySide = ({ report }: Base): readonly number[] =>
  report.manifest.inputs.reduce((sum, { bytes }) => sum + bytes, 0) > small ? [1] : [1, 2];

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
  base: Base,
  { fixed }: Weighing,
  { placed, closable }: { readonly placed: readonly Placed[]; readonly closable: ReadonlySet<string> },
  audit: AuditPlan,
): Promise<Wave[]> {
  const last = placed.at(-1)?.wave ?? 0;
  const upTo = (wave: number) => placed.filter((one) => one.wave <= wave).map((one) => one.initiative);
  const auditWave = async (wave: number): Promise<Wave> => {
    const done = upTo(wave);
    const open = placed.filter((one) => one.wave > wave).map((one) => one.initiative);
    const own = done.slice(upTo(wave - 1).length);
    const edits = mergeEdits(done.map((one) => one.edits));
    const difference = differenceOf(base, await audit(`the future of wave ${wave} of ${last}`, edits), edits);
    const claimed = fixed(done);
    const due = dueOf(done, open, closable);
    const gone = due.every((one) => difference.findings_closed.includes(one));
    return {
      wave,
      initiatives: own.map(({ id }) => id),
      persons_claimed: claimed,
      findings_aimed: due,
      effort: own.reduce((sum, { effort }) => sum + effort, 0),
      cost: costTogether(own, base.config.costs),
      confirmed: difference.persons_confirmed >= claimed && (wave < last || gone),
      ...difference,
    };
  };
  const numbers = Array.from({ length: last }, (_, i) => i + 1);
  return inLanes(sideBySide(base), numbers, (_, wave) => auditWave(wave));
}
