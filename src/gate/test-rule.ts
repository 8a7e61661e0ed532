import type { z } from 'zod';
import { SourceError } from '../model/errors.js';
import type { GateRule } from '../model/gate-rule.js';
import { gateSettingsSchema } from '../model/gate-settings.js';
import type { Part, TemplateFile } from '../model/template.js';
import { readYaml } from '../text/yaml.js';
import { buildWorld } from './build-world.js';
import type { GateHit } from './check.js';
import { checks } from './checks/index.js';
import { missingFor } from './evaluate.js';
import { suppliesOfHeads } from './evidence/heads.js';
import { keysOfSms } from './evidence/sms-calls.js';
import { planFixes } from './fix/plan.js';
import type { Lists } from './lists/word-list.js';
import { type Mark, unmark } from './marks.js';
import { defaultsOf } from './parameters.js';
import { placeOf } from './place.js';
import { editsOf } from './places.js';
import { type RuleCase as Case, casesSchema, toContract } from './rule-cases.js';
import { createPast } from './since.js';
import type { World } from './world.js';

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

const spell = (mark: Mark): string => `${mark.file}:${mark.start}-${mark.end}`;

const filesOf = (texts: Readonly<Record<string, string>>): TemplateFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

function worldOf(one: Case, files: readonly TemplateFile[], { readParts, lists }: Reading) {
  const settings = gateSettingsSchema.parse(one.settings ?? {});
  const parts = readParts(files, settings);
  return buildWorld({
    files,
    parts,
    evidence: suppliesOfHeads(parts),
    smsKeys: keysOfSms(parts, filesOf(one.senders ?? {})),
    settings,
    ...(one.contract && { contract: toContract(one.contract) }),
    today: one.today ?? '2026-07-01',
    lists,
    ...(one.before && { before: createPast({ parts: readParts(filesOf(one.before), settings) }) }),
  });
}

const markOf = ({ at }: GateHit): Mark => placeOf(at);

function problemsOf(rule: GateRule, kind: GateCaseResult['kind'], one: Case, reading: Reading): string[] {
  const read = Object.entries(one.files).map(([path, text]) => unmark(path, text));
  const files = read.map(({ file }) => {
    const problem = one.problems?.[file.path];
    return { ...file, ...(problem !== undefined && { problem }) };
  });
  const world = worldOf(one, files, reading);
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
    ...fixedOf(one, hits, world),
  ];
}

/** What --fix would leave, where the case says it; nothing else may change. */
function fixedOf({ fixed }: Case, hits: readonly GateHit[], { files }: World): string[] {
  if (!fixed) return [];
  const edits = hits.flatMap((hit) => hit.edits ?? []).flatMap(editsOf);
  const after = Object.fromEntries(
    planFixes([{ fix: 'safe', suppression: null, edits }], files).map(({ path, after: text }) => [
      path,
      text,
    ]),
  );
  return [...new Set([...Object.keys(fixed), ...Object.keys(after)])]
    .filter((path) => fixed[path] !== after[path])
    .map((path) => `${path} is fixed to ${JSON.stringify(after[path])}`);
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
