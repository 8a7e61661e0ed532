import { type Severity, severities } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { indexSystems } from './systems.js';

export interface Total {
  readonly name: string;
  readonly persons: number;
  readonly messages: number;
}

/** The systems on the receiving side of a signature `class from>to/field;…`. */
const receivers = (signature: string): string[] =>
  signature.split(';').flatMap((part) => /^\S+ [^>]+>([^/]+)\//.exec(part)?.[1] ?? []);

const byPersons = (a: Total, b: Total): number =>
  b.persons - a.persons || b.messages - a.messages || (a.name < b.name ? -1 : Number(a.name > b.name));

/** Distinct persons in conflict by the silo where the wrong value is; exact, as each person has one signature. */
export function totalsBySilo(report: Pick<Report, 'systems' | 'signatures'>): Total[] {
  const system = indexSystems(report);
  const totals = new Map<string, Total>();
  for (const { signature, persons, messages } of report.signatures) {
    const silos = new Set(receivers(signature).map((id) => system(id).silo || system(id).name));
    for (const name of silos) {
      const sum = totals.get(name) ?? { name, persons: 0, messages: 0 };
      totals.set(name, { name, persons: sum.persons + persons, messages: sum.messages + messages });
    }
  }
  return [...totals.values()].sort(byPersons);
}

/** The pack of a rule id `<pack>/<name>`. */
export const packOf = (rule: string): string => rule.split('/')[0] ?? rule;

export interface PackTotal {
  readonly name: string;
  readonly total: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Findings by pack and severity, packs by name. */
export function findingsByPack(findings: readonly Finding[]): PackTotal[] {
  const names = [...new Set(findings.map((finding) => packOf(finding.rule)))].sort();
  return names.map((name) => {
    const own = findings.filter((finding) => packOf(finding.rule) === name);
    const count = (severity: Severity) => own.filter((finding) => finding.severity === severity).length;
    const counts = Object.fromEntries(severities.map((severity) => [severity, count(severity)]));
    return { name, total: own.length, counts: counts as Record<Severity, number> };
  });
}

/** Findings by silo that takes part in them, most first; a finding between two silos counts for both. */
export function findingsBySilo(
  report: Report,
  systemsOf: (finding: Finding) => readonly string[],
): { name: string; findings: number }[] {
  const system = indexSystems(report);
  const totals = new Map<string, number>();
  for (const finding of report.findings) {
    const silos = new Set(systemsOf(finding).map((id) => system(id).silo || system(id).name));
    for (const name of silos) totals.set(name, (totals.get(name) ?? 0) + 1);
  }
  return [...totals]
    .map(([name, findings]) => ({ name, findings }))
    .sort((a, b) => b.findings - a.findings || (a.name < b.name ? -1 : 1));
}
