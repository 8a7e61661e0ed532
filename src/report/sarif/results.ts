import type { Finding } from '../../model/finding.js';
import type { Fixed } from '../../model/past.js';
import type { Report } from '../../model/report.js';
import { causeSentence } from '../parts/cause.js';
import { configurationLine, type Line, linesOf } from '../parts/repository.js';
import { indexSystems, type Stop } from '../parts/systems.js';
import type { Ran } from './invocation.js';
import { levels } from './levels.js';
import { message } from './text.js';

export interface Places {
  readonly folder: string | undefined;
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly system: (id: string) => Stop;
}

export const indexRules = ({ manifest }: Ran): ReadonlyMap<string, number> =>
  new Map(manifest.rules.map(({ id }, index) => [id, index]));

export const placesOf = (report: Report, folder: string | undefined): Places => ({
  folder,
  ruleIndex: indexRules(report),
  system: indexSystems(report),
});

/** Slashes part a path; everything else that is no letter of an address is spelt out. */
export const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const physical = ({ path, line, column }: Line) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
    region: { startLine: line },
  },
  ...(column !== '' && { message: message(`column ${column}`) }),
});

/** Whose finding it is, and by what it is known from run to run. GitHub reads its own key only. */
export const identityOf = (
  { rule, fingerprint }: Pick<Fixed, 'rule' | 'fingerprint'>,
  ruleIndex: ReadonlyMap<string, number>,
) => ({
  ruleId: rule,
  ...(ruleIndex.has(rule) && { ruleIndex: ruleIndex.get(rule) }),
  partialFingerprints: { 'unsilo/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
});

const logical = (subject: string, path: readonly string[], system: Places['system']) => [
  { fullyQualifiedName: subject, kind: /^\w+(?=:)/.exec(subject)?.[0] ?? 'subject' },
  ...path.map((id) => ({ name: system(id).name, fullyQualifiedName: `system:${id}`, kind: 'system' })),
];

const baselineStates = { new: 'new', known: 'unchanged', worse: 'updated', regressed: 'new' } as const;

/** What became of a finding since an earlier run, and why it may stay. */
export const fateOf = ({ status, suppression }: Pick<Finding, 'status' | 'suppression'>) => ({
  ...(status !== null && { baselineState: baselineStates[status] }),
  ...suppressions(suppression),
});

function suppressions(suppression: Finding['suppression']) {
  if (suppression === null) return {};
  const { reason, owner, created, expires } = suppression;
  const entry = { kind: 'external', status: 'accepted', justification: reason };
  return { suppressions: [{ ...entry, properties: { owner, created, expires } }] };
}

function propertiesOf(finding: Finding) {
  const { severity, confidence, harm, cause, status, persons, messages, due, owners } = finding;
  return { severity, confidence, case: finding.case, harm, cause, status, persons, messages, due, owners };
}

export function resultOf(finding: Finding, places: Places) {
  const [first, ...others] = linesOf(finding, places.folder);
  const parts = [
    `${finding.title}: ${finding.message}`,
    causeSentence(finding, places.system),
    finding.remediation,
  ];
  const related = others.map((line, id) => ({ id: id + 1, ...physical(line) }));
  return {
    ...identityOf(finding, places.ruleIndex),
    level: levels[finding.severity],
    message: message(parts.filter((part) => part !== '').join(' ')),
    locations: [
      { ...physical(first), logicalLocations: logical(finding.subject, finding.path, places.system) },
    ],
    ...(related.length > 0 && { relatedLocations: related }),
    ...fateOf(finding),
    properties: propertiesOf(finding),
  };
}

/** A finding of an earlier run that is gone. */
export const fixedResult = (past: Fixed, places: Places) => ({
  ...identityOf(past, places.ruleIndex),
  level: levels[past.severity],
  message: message(`Fixed: ${past.title}`),
  locations: [
    {
      ...physical(configurationLine(places.folder)),
      logicalLocations: logical(past.subject, [], places.system),
    },
  ],
  baselineState: 'absent',
});
