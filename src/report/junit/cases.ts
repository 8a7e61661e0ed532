import type { Finding, NotEvaluated } from '../../model/finding.js';
import type { Report, Verdict } from '../../model/report.js';
import { causeSentence } from '../parts/cause.js';
import { makesFail, suppressionWords } from '../parts/failing.js';
import { renderOwners, renderPlace } from '../parts/places.js';
import { type Line, linesOf } from '../parts/repository.js';
import { affectedPhrases } from '../parts/shares.js';
import { indexSystems } from '../parts/systems.js';
import { packOf } from '../parts/totals.js';
import { element, textElement } from './xml.js';

export interface Case {
  readonly suite: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly xml: string;
}

const noTime = { time: 0 };

function skipped(suite: string, classname: string, name: string, why: string): Case {
  const xml = element('testcase', { classname, name, ...noTime }, [
    textElement('skipped', { message: why }, [why]),
  ]);
  return { suite, outcome: 'skipped', xml };
}

/** Everything about a finding in words: some build servers show the body only. */
function bodyOf(report: Report, finding: Finding): string[] {
  return [
    finding.message,
    affectedPhrases(finding).join('; '),
    causeSentence(finding, indexSystems(report)),
    finding.remediation,
    `Who: ${renderOwners(finding)}`,
    `See: ${finding.evidence.map(renderPlace).join(', ')}`,
    suppressionWords(finding),
    `unsilo affected ${finding.fingerprint}`,
  ];
}

type Named = Pick<Finding, 'rule' | 'severity' | 'title' | 'subject' | 'message' | 'suppression'>;

/** A finding that makes the run fail is a failure; others are skipped, with the reason. */
export function findingCase(
  finding: Named,
  fails: boolean,
  { path, line }: Pick<Line, 'path' | 'line'>,
  body: readonly string[],
): Case {
  const { rule: classname, severity, title, subject } = finding;
  const below = `${severity}, below what fails: ${finding.message}`;
  const message = fails ? finding.message : suppressionWords(finding) || below;
  const detail = textElement(fails ? 'failure' : 'skipped', { type: severity, message }, body);
  const attributes = { classname, name: `${title}: ${subject}`, ...noTime, file: path, line };
  return {
    suite: packOf(classname),
    outcome: fails ? 'failed' : 'skipped',
    xml: element('testcase', attributes, [detail]),
  };
}

/** What a run asked, found and decided. */
export interface Decided {
  readonly findings: readonly Pick<Finding, 'rule'>[];
  readonly coverage: { readonly not_evaluated: readonly NotEvaluated[] };
  readonly manifest: {
    readonly rules: readonly { readonly id: string; readonly title: string; readonly off: string | null }[];
  };
  readonly verdict: Verdict;
}

/** Rules that found nothing have passed; rules that could not be asked, or are switched off, are skipped. */
function ruleCases(report: Decided): Case[] {
  const found = new Set(report.findings.map(({ rule }) => rule));
  const missing = new Map(report.coverage.not_evaluated.map((entry) => [entry.rule, entry.missing]));
  return report.manifest.rules
    .filter(({ id }) => !found.has(id))
    .map(({ id, title, off }) => {
      const needs = missing.get(id);
      if (off !== null) return skipped(packOf(id), id, title, `Switched off: ${off}`);
      if (needs) return skipped(packOf(id), id, title, `Not evaluated: needs ${needs.join(', ')}`);
      const xml = element('testcase', { classname: id, name: title, ...noTime });
      return { suite: packOf(id), outcome: 'passed', xml };
    });
}

/** A run can fail without a failing finding: what is required was not evaluated, or --strict was given. */
function verdictCase({ verdict }: Decided): Case {
  const fails = verdict.exit_code === 1 && verdict.failing === 0;
  const failure = textElement('failure', { type: 'verdict', message: verdict.sentence }, [verdict.sentence]);
  return {
    suite: 'unsilo',
    outcome: fails ? 'failed' : 'passed',
    xml: element('testcase', { classname: 'unsilo', name: 'verdict', ...noTime }, fails ? [failure] : []),
  };
}

/** All test cases: the verdict, the findings worst first, and the rules that found nothing. */
export const allCases = (decided: Decided, findings: readonly Case[]): Case[] => [
  verdictCase(decided),
  ...findings,
  ...ruleCases(decided),
];

/** The test cases of an audit. */
export const casesOf = (report: Report, folder: string | undefined): Case[] =>
  allCases(
    report,
    report.findings.map((finding) =>
      findingCase(finding, makesFail(report, finding), linesOf(finding, folder)[0], bodyOf(report, finding)),
    ),
  );
