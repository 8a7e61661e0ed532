import type { Acceptance } from '../../model/baseline.js';
import type { Config } from '../../model/config.js';
import type { Finding } from '../../model/finding.js';
import type { EntryTexts, Policy } from '../../model/policy.js';
import { fill } from '../../text/fill.js';
import { dueOf } from '../due.js';
import { fingerprintOf } from '../fingerprint.js';
import type { ReadBaseline } from './read.js';
import type { EntryState } from './states.js';

/** States of an entry that somebody must do something about, and the texts for them. */
export const entryRules = { stale: 'baseline/stale', expired: 'baseline/expired' } as const;

interface Place {
  readonly read: Pick<ReadBaseline, 'file' | 'rowOf'>;
  readonly policy: Pick<Policy, 'harms' | 'due' | 'acceptance'>;
  readonly context: { readonly asOf: string; readonly config: Pick<Config, 'due'> };
}

function toFinding(
  kind: keyof typeof entryRules,
  texts: EntryTexts,
  entry: Acceptance,
  { read, policy, context }: Place,
): Finding {
  const harm = policy.harms.find(({ harm: name }) => name === texts.harm);
  if (!harm)
    throw new Error(`rules/severity.yaml has no harm class '${texts.harm}', which baseline.yaml names`);
  const { rule, subject, reason, owner, created, expires } = entry;
  const args = { rule, subject, reason, owner, created, expires };
  const own = `baseline:${entry.fingerprint}`;
  return {
    fingerprint: fingerprintOf(entryRules[kind], own),
    rule: entryRules[kind],
    title: texts.title,
    subject: own,
    case: kind,
    harm: harm.harm,
    severity: harm.floor,
    confidence: 'certain',
    message: fill(texts.message, args),
    remediation: fill(texts.remediation, args),
    cause: null,
    persons: null,
    messages: null,
    args,
    evidence: [{ file: read.file, row: read.rowOf(entry) }],
    path: [],
    owners: [],
    due: dueOf(harm.floor, harm, context.asOf, policy.due, context.config.due),
    status: 'new',
    suppression: null,
  };
}

/** Findings about the baseline itself: entries whose finding is gone, and entries past their date. */
export const entryFindings = (states: readonly EntryState[], place: Place): Finding[] =>
  states.flatMap(({ state, entry }) =>
    state === 'stale' || state === 'expired'
      ? [toFinding(state, place.policy.acceptance[state], entry, place)]
      : [],
  );
