import type { Finding } from '../../model/finding.js';
import type { Manifest } from '../../model/manifest.js';
import type { BlindSpot, Unseen } from '../../model/past.js';
import type { Report } from '../../model/report.js';
import { findTable } from '../../model/tables/index.js';
import { ruleNamed } from './identity.js';

/** What a run looked at. */
export interface Estate {
  readonly manifest: Pick<Manifest, 'rules' | 'inputs' | 'as_of'>;
  readonly coverage: Pick<Report['coverage'], 'not_evaluated'>;
  readonly systems: readonly Pick<Report['systems'][number], 'system_id' | 'has_data'>[];
}

/** Why it cannot be told whether a finding is still there. */
export interface Blindness {
  readonly why: BlindSpot;
  readonly what: readonly string[];
}

type Rule = Manifest['rules'][number];

/** The systems a finding is about: those of its subject, else those it names, else the ends of its path. */
export function systemsOf({ subject, args, path }: Pick<Finding, 'subject' | 'args' | 'path'>): string[] {
  const [, from, to] = /^pair:([^>]*)>([^/]*)\//.exec(subject) ?? [];
  if (from !== undefined && to !== undefined) return [...new Set([from, to])];
  const own = /^system:([^/]+)/.exec(subject)?.[1];
  if (own !== undefined) return [own];
  if (Array.isArray(args.system_ids)) return args.system_ids;
  return [...new Set([...path.slice(0, 1), ...path.slice(-1)])];
}

function ruleSpot(name: string, rule: Rule | undefined, { coverage }: Estate): Blindness | undefined {
  if (!rule) return { why: 'rule_gone', what: [name] };
  if (rule.off !== null) return { why: 'rule_off', what: [rule.id] };
  const open = coverage.not_evaluated.find(({ rule: id }) => id === rule.id);
  return open && { why: 'rule_not_evaluated', what: open.missing };
}

const asksRecords = ({ needs }: Rule): boolean => needs.some((name) => findTable(name)?.large === true);

/** Systems that are gone; for rules about records also systems that gave data before and give none now. */
function systemSpot(
  systems: readonly string[],
  rule: Rule,
  before: Estate | undefined,
  after: Estate,
): Blindness | undefined {
  const now = new Map(after.systems.map((system) => [system.system_id, system.has_data]));
  const gone = systems.filter((id) => !now.has(id));
  if (gone.length > 0) return { why: 'system_gone', what: gone };
  const had = (id: string): boolean =>
    before?.systems.some(({ system_id, has_data }) => system_id === id && has_data) ?? true;
  const silent = asksRecords(rule) ? systems.filter((id) => now.get(id) === false && had(id)) : [];
  return silent.length > 0 ? { why: 'system_without_data', what: silent } : undefined;
}

const present = (inputs: Manifest['inputs']): Set<string> =>
  new Set(inputs.filter(({ rows_used }) => rows_used > 0).map(({ file }) => file));

/** Files that had rows and have none any more, unless a new file of the same table came: exports change their names. */
export function vanished(files: readonly string[], before: Estate, after: Estate): string[] {
  const [then, now] = [present(before.manifest.inputs), present(after.manifest.inputs)];
  const tablesOf = (name: string) =>
    before.manifest.inputs.filter(({ file }) => file === name).map(({ table }) => table);
  const isReplaced = (name: string): boolean =>
    after.manifest.inputs.some(
      ({ file, table }) => now.has(file) && !then.has(file) && tablesOf(name).includes(table),
    );
  return [...new Set(files)].filter((name) => then.has(name) && !now.has(name) && !isReplaced(name)).sort();
}

/** The rule that answers today, also where only the earlier run knows that it goes by another name. */
function successor(name: string, before: Estate | undefined, after: Estate): Rule | undefined {
  const aliases = before ? (ruleNamed(before.manifest.rules, name)?.aliases ?? []) : [];
  return [name, ...aliases]
    .map((one) => ruleNamed(after.manifest.rules, one))
    .find((found) => found !== undefined);
}

/** Why a finding that is gone may still be there; undefined when it was looked for. */
export function blindSpotOf(finding: Finding, before: Estate, after: Estate): Blindness | undefined {
  const rule = successor(finding.rule, before, after);
  const spot = ruleSpot(finding.rule, rule, after);
  if (spot || !rule) return spot;
  const files = vanished(
    finding.evidence.map(({ file }) => file),
    before,
    after,
  );
  return (
    systemSpot(systemsOf(finding), rule, before, after) ??
    (files.length > 0 ? { why: 'source_gone', what: files } : undefined)
  );
}

/** The same for what is known by rule and subject alone. */
export function blindSpotOfSubject(
  { rule: name, subject }: Pick<Finding, 'rule' | 'subject'>,
  after: Estate,
  systems: readonly string[] = systemsOf({ subject, args: {}, path: [] }),
): Blindness | undefined {
  const rule = successor(name, undefined, after);
  const spot = ruleSpot(name, rule, after);
  if (spot || !rule) return spot;
  return systemSpot(systems, rule, undefined, after);
}

/** Whether what was out of sight in the run before is so still. */
export function isStillUnseen(unseen: Unseen, before: Estate, after: Estate): boolean {
  const isSystem = unseen.why === 'system_gone' || unseen.why === 'system_without_data';
  if (blindSpotOfSubject(unseen, after, isSystem ? unseen.what : undefined)) return true;
  if (unseen.why !== 'source_gone') return false;
  const [then, now] = [present(before.manifest.inputs), present(after.manifest.inputs)];
  return unseen.what.some((file) => !now.has(file)) && [...now].every((file) => then.has(file));
}
