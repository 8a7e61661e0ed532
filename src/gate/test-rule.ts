import { z } from 'zod';
import { contractSchema } from '../model/contract.js';
import { SourceError } from '../model/errors.js';
import type { GateRule } from '../model/gate-rule.js';
import { gateSettingsSchema } from '../model/gate-settings.js';
import type { Part, TemplateFile } from '../model/template.js';
import { readYaml } from '../text/yaml.js';
import { buildWorld } from './build-world.js';
import type { GateHit } from './check.js';
import { checks } from './checks/index.js';
import { missingFor } from './evaluate.js';
import type { Lists } from './lists/word-list.js';
import { type Mark, unmark } from './marks.js';
import { defaultsOf } from './parameters.js';
import { placeOf } from './place.js';

const caseShape = {
  title: z.string(),
  files: z.record(z.string(), z.string()),
  settings: gateSettingsSchema.partial().optional(),
  contract: z.record(z.string(), z.unknown()).optional().describe('part of a contract; the rest is empty'),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
  today: z.iso.date().optional(),
};

/** `cases.yaml` of a rule about templates. Places where it must fire are marked: `Dear {{⟦nmae⟧}}`. */
const casesSchema = z.strictObject({
  quiet: z.array(z.strictObject(caseShape)).min(1),
  firing: z
    .array(
      z.strictObject({
        ...caseShape,
        findings: z
          .array(
            z.strictObject({
              case: z.string().optional(),
              about: z.string().optional(),
              args: z.record(z.string(), z.unknown()).optional(),
            }),
          )
          .optional()
          .describe('in order of the marks: more that must be right'),
        fixed: z.record(z.string(), z.string()).optional().describe('files as --fix leaves them'),
      }),
    )
    .min(1),
});
type Case = z.infer<typeof casesSchema>['firing'][number];

export type ReadParts = (
  files: readonly TemplateFile[],
  settings: z.infer<typeof gateSettingsSchema>,
) => Part[];

/** How cases become texts, and the words the checks know. */
interface Reading {
  readonly readParts: ReadParts;
  readonly lists: Lists;
}

export interface GateCaseResult {
  readonly rule: string;
  readonly kind: 'quiet' | 'firing';
  readonly title: string;
  /** What differs from what the case says; empty when it passes. */
  readonly problems: readonly string[];
}

const emptyContract = {
  schema_version: 1,
  ecosystem: 'case',
  as_of: '2026-07-01T00:00:00Z',
  valid_until: '2026-08-01T00:00:00Z',
  inputs: [],
  communications: [],
  opt_out_targets: [],
  consent: [],
  owned_domains: [],
  owners: [],
};

const emptyCommunication = {
  name: 'A message',
  comm_type: 'service',
  purpose: 'service',
  lob: '*',
  silo_id: null,
  legal_basis: null,
  regulatory: false,
  owner: null,
  audience: null,
  choice_scope: null,
  channels: [],
  supplies: [],
  recipients: null,
  withheld: 0,
  templates: [],
  open_causes: [],
};

const emptySupply = {
  field: '',
  type: 'text',
  nullable: null,
  null_rate: null,
  min_length: null,
  max_length: null,
  system_id: null,
  master_id: null,
  path: [],
  age: null,
};

type Loose = Record<string, unknown>;

function toContract(given: Loose) {
  const communications = ((given.communications ?? []) as Loose[]).map((one) => ({
    ...emptyCommunication,
    ...one,
    supplies: ((one.supplies ?? []) as (Loose | string)[]).map((supply) => ({
      ...emptySupply,
      ...(typeof supply === 'string' ? { name: supply } : supply),
    })),
  }));
  return contractSchema.parse({ ...emptyContract, ...given, communications });
}

const spell = (mark: Mark): string => `${mark.file}:${mark.start}-${mark.end}`;

function worldOf(one: Case, files: readonly TemplateFile[], { readParts, lists }: Reading) {
  const settings = gateSettingsSchema.parse(one.settings ?? {});
  return buildWorld({
    files,
    parts: readParts(files, settings),
    settings,
    ...(one.contract && { contract: toContract(one.contract) }),
    today: one.today ?? '2026-07-01',
    lists,
  });
}

const markOf = ({ at }: GateHit): Mark => placeOf(at);

function problemsOf(rule: GateRule, kind: GateCaseResult['kind'], one: Case, reading: Reading): string[] {
  const read = Object.entries(one.files).map(([path, text]) => unmark(path, text));
  const world = worldOf(
    one,
    read.map(({ file }) => file),
    reading,
  );
  const missing = missingFor(rule, world);
  if (missing.length > 0) return [`the rule lacks ${missing.join(', ')}`];
  const hits = [...checks[rule.id]!(world, { ...defaultsOf(rule), ...one.parameters })];
  const unknown = hits.filter((hit) => !Object.hasOwn(rule.definition.cases, hit.case));
  const expected = read.flatMap(({ marks }) => marks).map(spell);
  const found = [...new Set(hits.map((hit) => spell(markOf(hit))))];
  return [
    ...unknown.map((hit) => `'${hit.case}' is not a case of rule.yaml`),
    ...(kind === 'firing' && expected.length === 0 ? ['no place is marked'] : []),
    ...expected.filter((mark) => !found.includes(mark)).map((mark) => `nothing was found at ${mark}`),
    ...found.filter((mark) => !expected.includes(mark)).map((mark) => `something was found at ${mark}`),
    ...detailsOf(one, hits),
  ];
}

function detailsOf({ findings = [] }: Case, hits: readonly GateHit[]): string[] {
  return findings.flatMap((wanted, i) => {
    const hit = hits[i];
    if (!hit) return [`there is no finding ${i + 1}`];
    const args = Object.entries(wanted.args ?? {}).filter(
      ([name, value]) => JSON.stringify(hit.args?.[name]) !== JSON.stringify(value),
    );
    return [
      ...(wanted.case !== undefined && wanted.case !== hit.case ? [`case is ${hit.case}`] : []),
      ...(wanted.about !== undefined && wanted.about !== hit.about ? [`about is ${hit.about}`] : []),
      ...args.map(([name]) => `args.${name} is ${JSON.stringify(hit.args?.[name])}`),
    ];
  });
}

/** Runs every case of a rule, the quiet ones first. Throws a SourceError when `cases.yaml` itself is wrong. */
export function testGateRule(
  rule: GateRule,
  readParts: ReadParts,
  lists: Lists = new Map(),
): GateCaseResult[] {
  const { value, mistakes } = readYaml(rule.cases, casesSchema);
  const place = { file: `rules/templates/${rule.id}/cases.yaml` };
  if (!value)
    throw new SourceError(mistakes.map(({ row, message }) => ({ place: { ...place, row }, message })));
  const results = (kind: GateCaseResult['kind'], list: readonly Case[]): GateCaseResult[] =>
    list.map((one) => ({
      rule: rule.id,
      kind,
      title: one.title,
      problems: problemsOf(rule, kind, one, { readParts, lists }),
    }));
  return [...results('quiet', value.quiet), ...results('firing', value.firing)];
}
