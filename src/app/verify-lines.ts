import type { Finding } from '../model/finding.js';
import type { Manifest } from '../model/manifest.js';
import type { Report } from '../model/report.js';
import { toJsonText } from '../report/json.js';

/** One thing that was checked. */
export interface Line {
  readonly agrees: boolean;
  readonly what: string;
  /** What the report says and what was found, where they differ. */
  readonly detail?: string;
}

const same = (a: unknown, b: unknown): boolean => toJsonText(a ?? null) === toJsonText(b ?? null);

const line = (what: string, claimed: unknown, found: unknown, detail = ''): Line =>
  same(claimed, found) ? { agrees: true, what } : { agrees: false, what, ...(detail && { detail }) };

const fromTo = (claimed: string, found: string): string => `the report says ${claimed}, it is ${found}`;

/** Content of the inputs, by file: the SHA-256, or undefined where the file is missing. */
export function inputLines({ inputs }: Manifest, hashes: ReadonlyMap<string, string | undefined>): Line[] {
  const files = new Map(inputs.map((input) => [input.file, input]));
  return [...files.values()].map(({ file, sha256 }) => {
    const found = hashes.get(file);
    const what = `input ${file}`;
    if (found === undefined) return { agrees: false, what, detail: 'the file is missing' };
    return line(what, sha256, found, fromTo(`SHA-256 ${sha256.slice(0, 12)}`, found.slice(0, 12)));
  });
}

function rowLines(claimed: Manifest, found: Manifest): Line[] {
  const rows = (inputs: Manifest['inputs']) =>
    new Map(inputs.map((input) => [`${input.file} (${input.table})`, input]));
  const [then, now] = [rows(claimed.inputs), rows(found.inputs)];
  return [...new Set([...then.keys(), ...now.keys()])].map((name) => {
    const [one, other] = [then.get(name), now.get(name)];
    const counts = (input: typeof one): string =>
      input
        ? `${input.rows_in} rows, ${input.rows_used} used, ${input.rows_set_aside} set aside`
        : 'not among the inputs';
    return line(`rows of ${name}`, one, other, fromTo(counts(one), counts(other)));
  });
}

function ruleLines(claimed: Manifest, found: Manifest): Line[] {
  const now = new Map(found.rules.map((rule) => [rule.id, rule]));
  const differing = claimed.rules.flatMap((rule): Line[] => {
    const other = now.get(rule.id);
    if (same(rule, other)) return [];
    const isText = other !== undefined && rule.sha256 !== other.sha256;
    const detail = other ? (isText ? 'another text or query' : 'other parameters') : 'there is no such rule';
    return [{ agrees: false, what: `rule ${rule.id}`, detail }];
  });
  const known = new Set(claimed.rules.map(({ id }) => id));
  const added = found.rules.filter(({ id }) => !known.has(id));
  return [
    ...(differing.length + added.length === 0
      ? [{ agrees: true, what: `${claimed.rules.length} rules and their parameters` }]
      : []),
    ...differing,
    ...added.map(({ id }) => ({ agrees: false, what: `rule ${id}`, detail: 'the report does not know it' })),
  ];
}

function findingsLine(claimed: readonly Finding[], found: readonly Finding[]): Line {
  const now = new Map(found.map((finding) => [finding.fingerprint, finding]));
  const [lost, changed] = [
    claimed.filter(({ fingerprint }) => !now.has(fingerprint)),
    claimed.filter((finding) => {
      const other = now.get(finding.fingerprint);
      return other !== undefined && !same(finding, other);
    }),
  ];
  const ids = new Set(claimed.map(({ fingerprint }) => fingerprint));
  const added = found.filter(({ fingerprint }) => !ids.has(fingerprint));
  const part = (count: number, word: string, [first]: readonly Finding[]): string[] =>
    first ? [`${count} ${word}, first ${first.fingerprint} ${first.rule} ${first.subject}`] : [];
  const details = [
    ...part(lost.length, 'not found', lost),
    ...part(changed.length, 'differ', changed),
    ...part(added.length, 'missing in the report', added),
  ];
  return line(`${claimed.length} findings`, claimed, found, details.join('; ') || 'another order');
}

const sections = [
  'coverage',
  'summary',
  'fixed',
  'fixed_before',
  'unseen',
  'roots',
  'error_groups',
  'communications',
  'channels',
  'signatures',
  'systems',
  'flows',
] as const satisfies readonly (keyof Report)[];

/** What a report claims beside what the same run gives now. */
export function compareReports(claimed: Report, found: Report): Line[] {
  const [then, now] = [claimed.manifest, found.manifest];
  return [
    line('unsilo', then.version, now.version, fromTo(then.version, now.version)),
    line('unsilo.yaml', then.configuration, now.configuration, 'it was understood otherwise'),
    line('policy of choices', then.policy, now.policy, fromTo(then.policy, now.policy)),
    line('harms, causes and limits', then.severity_policy, now.severity_policy, 'other texts or limits'),
    line('baseline', then.baseline, now.baseline, 'another file'),
    line('earlier snapshot', then.against, now.against, 'another file'),
    ...ruleLines(then, now),
    ...rowLines(then, now),
    line(
      'verdict',
      claimed.verdict,
      found.verdict,
      fromTo(`'${claimed.verdict.sentence}'`, `'${found.verdict.sentence}'`),
    ),
    findingsLine(claimed.findings, found.findings),
    ...sections.map((name) => line(name.replaceAll('_', ' '), claimed[name], found[name], 'other figures')),
  ];
}
