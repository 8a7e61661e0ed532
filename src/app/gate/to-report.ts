import { createHash } from 'node:crypto';
import { isAtLeast } from '../../findings/severity.js';
import { incidentMatrix } from '../../gate/notices/matrix.js';
import { releasesOf } from '../../gate/release.js';
import { isNamed, settingOf } from '../../gate/settings-by-path.js';
import { gateVerdict } from '../../gate/verdict.js';
import { readable } from '../../gate/world.js';
import { type Severity, severities } from '../../model/enums.js';
import type { GateCoverage, GateFinding, GateReport, GateRuleEntry } from '../../model/gate-report.js';
import type { Run } from './look.js';

/** What decides the verdict, as the user set it. */
export interface Thresholds {
  readonly since?: string;
  readonly release: boolean;
  readonly version: string;
  readonly today: string;
  readonly failOn: Severity | 'never';
  /** What the earlier report knew passes. */
  readonly failOnNew?: boolean;
  readonly show: Severity;
  readonly strict: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== '' && value !== 'unknown').sort();

function coverageOf({ world, unread, rules, asked }: Run): Omit<GateCoverage, 'since'> {
  return {
    files: world.files.length - unread.length,
    unread: [...unread],
    parts: world.parts.length,
    messages: world.messages.filter((message) => readable(message).length > 0).length,
    locales: distinct(world.parts.map(({ locale }) => locale)),
    channels: distinct(world.parts.map(({ channel }) => channel)),
    rules_evaluated: rules.length - asked.notEvaluated.length - asked.off.length,
    not_evaluated: [...asked.notEvaluated],
  };
}

export function ruleEntries({ rules, config, asked }: Run): GateRuleEntry[] {
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

function summaryOf({ findings, against }: Judged, show: Severity): GateReport['summary'] {
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
    against: against?.counts ?? null,
  };
}

/** What a run was held against, as the manifest names it. */
export type ManifestBaseline = GateReport['manifest']['baseline'];

/** The findings that count, and what tells the rest of the story. */
export interface Judged {
  readonly findings: readonly GateFinding[];
  readonly baseline: ManifestBaseline;
  readonly since: GateCoverage['since'];
  /** The earlier report it is held against. */
  readonly against: {
    readonly entry: NonNullable<GateReport['manifest']['against']>;
    readonly counts: NonNullable<GateReport['summary']['against']>;
  } | null;
}

function incidentsOf({ world }: Run): GateReport['incidents'] {
  const matrix = incidentMatrix(world);
  if (!matrix) return null;
  const { kinds, channels, locales, cells } = matrix;
  return {
    kinds: [...kinds],
    channels: [...channels],
    locales: [...locales],
    cells: cells.map(({ kind, channel, locale, message }) => ({
      kind,
      channel,
      locale,
      message: message?.id ?? null,
    })),
  };
}

const requiredOf = ({ rules, config }: Run): string[] =>
  rules.filter((rule) => config.require.some((name) => isNamed(rule, name))).map(({ id }) => id);

function releaseOf(
  { world }: Run,
  { findings, since }: Judged,
  { release, failOn, failOnNew = false }: Thresholds,
) {
  if (!release) return null;
  return releasesOf(findings, world, {
    failOn,
    failOnNew,
    ...(since && { touched: new Set(since.touched) }),
  });
}

/** Puts everything about a run together and decides. */
export function toReport(run: Run, judged: Judged, request: Thresholds): GateReport {
  const { config, contract, world, asked } = run;
  const { failOn, failOnNew = false, strict, show } = request;
  const { findings, since, against } = judged;
  const coverage = { ...coverageOf(run), since };
  const release = releaseOf(run, judged, request);
  const deciding = {
    failOn,
    failOnNew,
    against: against && { file: against.entry.file, counts: against.counts },
    strict,
    coverage,
    off: asked.off,
    required: requiredOf(run),
    release,
  };
  return {
    $schema: 'unsilo/src/schema/gate.json',
    schema_version: 1,
    kind: 'gate',
    ecosystem: config.name,
    manifest: {
      tool: 'unsilo',
      version: request.version,
      today: request.today,
      options: { show, strict, fail_on_new: failOnNew },
      configuration: sha256(JSON.stringify([config.settings, config.rules, config.require])),
      templates: sha256(world.files.map(({ path, text }) => `${path}\n${text}\n`).join('')),
      contract: contract?.entry ?? null,
      baseline: judged.baseline,
      against: against?.entry ?? null,
      rules: ruleEntries(run),
    },
    coverage,
    verdict: gateVerdict(findings, deciding),
    summary: summaryOf(judged, show),
    findings: [...findings],
    incidents: incidentsOf(run),
    release,
  };
}
