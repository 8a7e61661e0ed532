import type { Finding } from '../../model/finding.js';
import type { Effect, InitiativeProgress, Seen } from '../../model/progress.js';
import type { Report } from '../../model/report.js';
import type { RoadmapInitiative } from '../../model/roadmap-report.js';
import { blindSpotOf } from '../history/blind-spot.js';
import { indexByIdentity } from '../history/identity.js';

/** An initiative, and the roadmap that first has it. */
export interface Planned {
  readonly initiative: RoadmapInitiative;
  readonly asOf: string;
  /** Findings that the audit of its wave shows gone. */
  readonly closed: readonly string[];
}

/** Whether there are clearly fewer: by a tenth at least, and by more than counts differ when nothing has changed. */
const isFewer = (now: number, then: number): boolean =>
  now <= then * 0.9 && then - now > 2 * Math.sqrt(then + now);

const pairOf = (subject: string): string => subject.replace(/^pair:/, '');

/** Persons behind findings: exact where they are about choices, else those of the one that concerns most. */
function personsBehind(report: Report, findings: readonly Finding[]): number | null {
  const counts = findings.flatMap(({ persons }) => persons?.count ?? []);
  if (counts.length === 0) return findings.length === 0 ? 0 : null;
  const demands = new Set(findings.map(({ subject }) => pairOf(subject)));
  const inConflict = report.signatures
    .filter(({ signature }) =>
      signature.split(';').some((one) => demands.has(one.slice(one.indexOf(' ') + 1))),
    )
    .reduce((sum, { persons }) => sum + persons, 0);
  return Math.max(inConflict, ...counts);
}

/** What one snapshot says of findings that stood when the initiative was planned. */
function seenIn(aimed: readonly Finding[], before: Report, after: Report): Seen {
  const find = indexByIdentity(after.findings, [...after.manifest.rules, ...before.manifest.rules]);
  const open = aimed.flatMap((finding) => find(finding) ?? []);
  const missing = aimed.filter((finding) => find(finding) === undefined);
  const unseen = missing.filter((finding) => blindSpotOf(finding, before, after) !== undefined).length;
  return {
    as_of: after.manifest.as_of,
    open: open.length,
    gone: missing.length - unseen,
    unseen,
    persons: personsBehind(after, open),
  };
}

const isMended = ({ open, unseen }: Seen): boolean => open === 0 && unseen === 0;

function effectOf(seen: readonly Seen[]): Effect {
  const [first, last] = [seen[0]!, seen.at(-1)!];
  if (seen.length < 2 || last.unseen === last.open + last.gone + last.unseen) return 'not_measurable';
  if (isMended(last)) return 'took_effect';
  if (seen.some(isMended)) return 'came_back';
  const [then, now] = [first.persons ?? 0, last.persons ?? 0];
  if (last.gone > 0 || isFewer(now, then)) return 'partly';
  return isFewer(then, now) ? 'worse' : 'none';
}

/** First snapshot from which all stays mended. */
function sinceOf(seen: readonly Seen[]): string | null {
  const broken = seen.findLastIndex((one) => !isMended(one));
  return seen[broken + 1]?.as_of ?? null;
}

const covers = (fields: readonly string[], field: string): boolean =>
  fields.some((one) => field === one || field.startsWith(`${one}.`) || one.startsWith(`${field}.`));

/**
 * Findings the initiative was made from; of one made from conflicts those about its fields that its wave closes, and that
 * its receiver is in, or that go by all its systems.
 */
function aimedIn(report: Report, { initiative, closed }: Planned): Finding[] {
  const { findings_aimed: aimed, systems, fields } = initiative;
  if (aimed.length > 0) return report.findings.filter(({ fingerprint }) => aimed.includes(fingerprint));
  return report.findings.filter(({ fingerprint, subject, path }) => {
    const [, , to, field] = /^pair:([^>]*)>([^/]*)\/(.*)$/.exec(subject) ?? [];
    if (field === undefined || !closed.includes(fingerprint) || !covers(fields, field)) return false;
    return to === systems.at(-1) || systems.every((system) => path.includes(system));
  });
}

/** What became of an initiative; `reports` are in order of time. */
export function progressOf(planned: Planned, reports: readonly Report[]): InitiativeProgress {
  const { initiative, asOf } = planned;
  const { id, title, wave } = initiative;
  const at = Math.max(
    0,
    reports.findLastIndex(({ manifest }) => manifest.as_of <= asOf),
  );
  const base = reports[at]!;
  const aimed = aimedIn(base, planned);
  const told = { id, title, wave, planned: asOf, aimed: aimed.length };
  const blind = (why: string, seen: Seen[] = []): InitiativeProgress => ({
    ...told,
    effect: 'not_measurable',
    since: null,
    seen,
    why,
  });
  if (aimed.length === 0)
    return blind('none of what it is to mend is found in the snapshot it was planned on');
  const seen = reports.slice(at).map((report) => seenIn(aimed, base, report));
  const effect = effectOf(seen);
  if (seen.length < 2) return blind('there is no snapshot after the one it was planned on', seen);
  if (effect === 'not_measurable')
    return blind('the last snapshot does not look for what it is to mend', seen);
  return { ...told, effect, since: effect === 'took_effect' ? sinceOf(seen) : null, seen, why: null };
}
