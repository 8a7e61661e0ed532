import { createHash } from 'node:crypto';
import { isAtLeast } from '../../findings/severity.js';
import { type Asked, askAll } from '../../gate/ask.js';
import { buildWorld } from '../../gate/build-world.js';
import { judgeHits } from '../../gate/judge.js';
import { toLists } from '../../gate/lists/word-list.js';
import { isNamed, settingOf } from '../../gate/settings-by-path.js';
import { gateVerdict } from '../../gate/verdict.js';
import type { World } from '../../gate/world.js';
import { type Severity, severities } from '../../model/enums.js';
import type { GateCoverage, GateFinding, GateReport, GateRuleEntry } from '../../model/gate-report.js';
import type { GateRule } from '../../model/gate-rule.js';
import { readLists } from '../../rules/read-lists.js';
import { readTemplateRules } from '../../rules/read-template-rules.js';
import { readParts } from '../../templates/read/index.js';
import { ownPacks } from '../own-packs.js';
import { type ReadContract, readContract } from './read-contract.js';
import { readTemplateFiles } from './read-files.js';
import { type GateConfig, readGateConfig } from './read-settings.js';

export interface GateRequest {
  readonly version: string;
  /** Files and folders with templates. */
  readonly paths: readonly string[];
  readonly config?: string;
  readonly contract?: string;
  /** `2026-11-22`, for what expires. */
  readonly today: string;
  readonly failOn: Severity | 'never';
  readonly show: Severity;
  readonly strict: boolean;
}

export type Announce = (stage: string) => void;

/** What a run of the gate looked at, before it is judged. */
interface Run {
  readonly config: GateConfig;
  readonly contract: ReadContract | undefined;
  readonly unread: GateCoverage['unread'];
  readonly rules: readonly GateRule[];
  readonly world: World;
  readonly asked: Asked;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== '' && value !== 'unknown').sort();

function coverageOf({ world, unread, rules, asked }: Run): GateCoverage {
  return {
    files: world.files.length - unread.length,
    unread: [...unread],
    parts: world.parts.length,
    messages: world.messages.length,
    locales: distinct(world.parts.map(({ locale }) => locale)),
    channels: distinct(world.parts.map(({ channel }) => channel)),
    rules_evaluated: rules.length - asked.notEvaluated.length - asked.off.length,
    not_evaluated: [...asked.notEvaluated],
  };
}

function ruleEntries({ rules, config, asked }: Run): GateRuleEntry[] {
  const off = new Map(asked.off.map(({ rule, reason }) => [rule, reason]));
  return rules.map((rule) => ({
    id: rule.id,
    code: rule.definition.code ?? null,
    title: rule.definition.title,
    aliases: rule.definition.aliases ?? [],
    since: rule.definition.since,
    off: off.get(rule.id) ?? null,
    parameters: { ...settingOf(rule, { rules: config.rules, gate: config.settings }).parameters },
  }));
}

function summaryOf(findings: readonly GateFinding[], show: Severity): GateReport['summary'] {
  const counts = severities.map((severity) => [
    severity,
    findings.filter((one) => one.severity === severity).length,
  ]);
  const shown = findings.filter(({ severity }) => isAtLeast(severity, show)).length;
  return {
    findings: Object.fromEntries(counts) as Record<Severity, number>,
    shown,
    hidden: findings.length - shown,
    suppressed: findings.filter(({ suppression }) => suppression !== null).length,
    fixable: findings.filter(({ fix, edits }) => fix === 'safe' && edits.length > 0).length,
  };
}

function toReport(run: Run, findings: readonly GateFinding[], request: GateRequest): GateReport {
  const { config, contract, world, rules, asked } = run;
  const { failOn, strict, show } = request;
  const coverage = coverageOf(run);
  const required = rules
    .filter((rule) => config.require.some((name) => isNamed(rule, name)))
    .map(({ id }) => id);
  return {
    $schema: 'unsilo/src/schema/gate-report.json',
    schema_version: 1,
    kind: 'gate',
    ecosystem: config.name,
    manifest: {
      tool: 'unsilo',
      version: request.version,
      today: request.today,
      options: { show, strict, fail_on_new: false },
      configuration: sha256(JSON.stringify([config.settings, config.rules, config.require])),
      templates: sha256(world.files.map(({ path, text }) => `${path}\n${text}\n`).join('')),
      contract: contract?.entry ?? null,
      baseline: null,
      rules: ruleEntries(run),
    },
    coverage,
    verdict: gateVerdict(findings, { failOn, strict, coverage, off: asked.off, required }),
    summary: summaryOf(findings, show),
    findings: [...findings],
  };
}

/** Reads templates and contract, asks the rules about templates, and decides. */
export async function runGateRules(request: GateRequest, announce: Announce): Promise<Run> {
  const config = await readGateConfig(request.paths, request.config);
  const { settings } = config;
  const rules = await readTemplateRules(ownPacks);
  const lists = toLists(await readLists(ownPacks));
  const contract = await readContract(
    config.root,
    request.contract ?? settings.contract,
    request.contract !== undefined,
  );
  announce('reading the templates');
  const { files, unread } = await readTemplateFiles(config.root, request.paths);
  const parts = readParts(files, settings);
  const world = buildWorld({
    files,
    parts,
    settings,
    ...(contract && { contract: contract.contract }),
    today: request.today,
    lists,
  });
  announce('asking the rules');
  const asked = askAll(rules, world, { rules: config.rules, gate: settings });
  return { config, contract, unread, rules, world, asked };
}

/** The gate: texts and contract in, a report with one verdict out. */
export async function gate(
  request: GateRequest,
  announce: Announce,
): Promise<{ readonly report: GateReport; readonly root: string }> {
  const run = await runGateRules(request, announce);
  announce('judging');
  const findings = judgeHits(run.asked.hits, run.world);
  return { report: toReport(run, findings, request), root: run.config.root };
}
