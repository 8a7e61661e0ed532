import type { Cause } from '../model/enums.js';
import type { Finding } from '../model/finding.js';
import type { Report, Root } from '../model/report.js';
import type { Rule } from '../model/rule.js';
import { compareText } from '../text/compare.js';
import { addTo } from '../text/group-by.js';
import { rank } from './severity.js';

type Signature = Report['signatures'][number];

interface Group {
  readonly cause: Cause;
  readonly system: string;
  readonly findings: Finding[];
}

/** `pair:u>v/field` or `flow:x` with its path, which is turned round where the giver of the flow is the one that never hears. */
function endsOf(finding: Finding): { from: string; to: string } | undefined {
  const [, from, to] = /^pair:(.*?)>(.*?)\//.exec(finding.subject) ?? [];
  if (from !== undefined && to !== undefined) return { from, to };
  const [giver, receiver] = finding.path;
  if (giver === undefined || receiver === undefined || !finding.subject.startsWith('flow:')) return undefined;
  return finding.cause === 'one_way' ? { from: receiver, to: giver } : { from: giver, to: receiver };
}

/** Where the cause is to be mended: what is offered too narrowly, where it is offered; the rest, where it should arrive. */
const placeOf = (cause: Cause, ends: { from: string; to: string }): string =>
  cause === 'scope_too_narrow' ? ends.from : ends.to;

function group(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const ends = endsOf(finding);
    if (!ends || finding.cause === null) continue;
    const system = placeOf(finding.cause, ends);
    const key = `${finding.cause} ${system}`;
    const known = groups.get(key) ?? { cause: finding.cause, system, findings: [] };
    known.findings.push(finding);
    groups.set(key, known);
  }
  return [...groups.values()];
}

/** The conflict a finding speaks of, as signatures spell it. */
function demandOf(finding: Finding, rules: ReadonlyMap<string, Rule>): string | undefined {
  const kind = rules.get(finding.rule)?.definition.affected?.with?.class;
  return kind === undefined ? undefined : `${kind} ${finding.subject.slice('pair:'.length)}`;
}

/** Signatures by each demand they contain. */
function byDemand(signatures: readonly Signature[]): ReadonlyMap<string, readonly Signature[]> {
  const known = new Map<string, Signature[]>();
  for (const one of signatures)
    for (const demand of new Set(one.signature.split(';'))) {
      addTo(known, demand, one);
    }
  return known;
}

/** Persons in at least one of the demands: exact, since every person has one signature. */
function count(
  demands: readonly string[],
  signatures: ReadonlyMap<string, readonly Signature[]>,
): Pick<Root, 'persons' | 'messages'> {
  const hit = [...new Set(demands.flatMap((demand) => signatures.get(demand) ?? []))];
  return {
    persons: hit.reduce((sum, { persons }) => sum + persons, 0),
    messages: hit.reduce((sum, { messages }) => sum + messages, 0),
  };
}

/**
 * Findings by the one thing that would mend them: a cause in a system. Persons are the union over the findings, each
 * counted once. Worst first, then by persons.
 */
export function rootsOf(
  findings: readonly Finding[],
  rules: readonly Rule[],
  signatures: readonly Signature[],
): Root[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const containing = byDemand(signatures);
  return group(findings)
    .map(({ cause, system, findings: members }): Root => {
      const demands = members.flatMap((finding) => demandOf(finding, byId) ?? []);
      return {
        cause,
        system_id: system,
        severity: members.reduce(
          (worst, { severity }) => (rank(severity) < rank(worst) ? severity : worst),
          members[0]!.severity,
        ),
        ...count(demands, containing),
        findings: members.map(({ fingerprint }) => fingerprint),
      };
    })
    .sort(
      (a, b) =>
        rank(a.severity) - rank(b.severity) ||
        b.persons - a.persons ||
        compareText(a.system_id, b.system_id) ||
        compareText(a.cause, b.cause),
    );
}
