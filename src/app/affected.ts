import { type Affected, errorGroup, lookups } from '../facts/lookup/index.js';
import type { Config } from '../model/config.js';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { bindings } from '../rules/parameters.js';
import { nearest } from '../text/nearest.js';
import { isGroupKey, pickGroup } from '../triage/pick.js';
import { judgeRun } from './judge-run.js';
import { type Announce, type Run, type RunRequest, withRun } from './run-stages.js';
import { readGroups } from './triage/read-groups.js';

export type { Affected } from '../facts/lookup/index.js';

/** The finding whose fingerprint begins like this; a UsageError when there is none or more than one. */
function pick(findings: readonly Finding[], prefix: string): Finding {
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(prefix));
  if (found.length === 1 && found[0]) return found[0];
  const beginnings = findings.map(({ fingerprint }) => fingerprint.slice(0, prefix.length));
  const like = prefix.length < 4 ? undefined : nearest(prefix, beginnings);
  throw new UsageError({
    message:
      found.length > 1 ? `${found.length} findings begin with '${prefix}'` : `unknown finding '${prefix}'`,
    expected: 'a fingerprint of the report, or a beginning that only one has',
    tips: [
      ...found.slice(0, 2).map(({ fingerprint, subject }) => `${fingerprint} is ${subject}`),
      ...(like === undefined ? [] : [`did you mean '${like}'?`]),
      ...(found.length === 0 && like === undefined
        ? ['it is the last word of the line Id of a finding in the report']
        : []),
    ],
  });
}

/** Present values of the rule's parameters, by which a look-up may have to choose. */
const settingsOf = (rule: Rule, config: Config): Record<string, string> =>
  Object.fromEntries(Object.entries(bindings(rule, config)).map(([name, value]) => [name, String(value)]));

/** The rows behind a finding; a UsageError when its rule is not about records. */
export function lookUp({ store, rules, config }: Run, finding: Finding): AsyncIterable<Affected[]> {
  const rule = rules.find(({ id }) => id === finding.rule);
  const affected = rule?.definition.affected;
  const lookup = affected && lookups[affected.lookup];
  if (lookup) return lookup(store, finding.subject, { ...affected.with, ...settingsOf(rule, config) });
  throw new UsageError({
    message: `${finding.rule} is about the inventory; nobody in particular stands behind ${finding.subject}`,
    tips: [`unsilo explain ${finding.rule}`],
  });
}

/** The rows behind a group of errors, by its key or the beginning of it. */
async function lookUpGroup({ store }: Run, prefix: string): Promise<AsyncIterable<Affected[]>> {
  const groups = (await readGroups(store, [])).map((group) => ({
    ...group,
    title: `${group.error_class}, ${group.origin}`,
  }));
  const { error_class: name, family, origin } = pickGroup(groups, prefix);
  return errorGroup(store, origin, { kind: family === null ? name : `${name}/${family}` });
}

/** Runs the audit and hands every record behind one finding or group of errors to `use`, in order of person, file and row. */
export async function affected(
  request: RunRequest,
  prefix: string,
  announce: Announce,
  use: (rows: AsyncIterable<Affected[]>) => Promise<void>,
): Promise<void> {
  await withRun(request, announce, async (run) => {
    if (isGroupKey(prefix)) return use(await lookUpGroup(run, prefix));
    const { findings } = await judgeRun(run, { failOn: 'never', show: 'info', strict: false });
    await use(lookUp(run, pick(findings, prefix.toLowerCase())));
  });
}
