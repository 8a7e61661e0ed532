import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { findRule } from '../rules/check-config.js';
import { didYouMean } from '../text/nearest.js';

/** Rules by every name they answer to. */
export interface Named {
  readonly ids: readonly string[];
  readonly idOf: (name: string) => string | undefined;
}

export const namedRules = (rules: readonly Rule[]): Named => ({
  ids: rules.map(({ id }) => id),
  idOf: (name) => findRule(rules, name)?.id,
});

function pickOne(findings: readonly Finding[], { ids, idOf }: Named, name: string): Finding[] {
  const rule = idOf(name);
  if (rule !== undefined) return findings.filter((finding) => finding.rule === rule);
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(name.toLowerCase()));
  if (found.length === 1) return found;
  throw new UsageError({
    message: found.length > 1 ? `${found.length} findings begin with '${name}'` : `no finding '${name}'`,
    expected: 'a rule, or a fingerprint of the report or a beginning that only one has',
    tips: found.length > 1 ? [] : didYouMean(name, ids),
  });
}

/** The findings named by rule or by the beginning of a fingerprint; all of them when nobody names any. */
export function pickFindings(
  findings: readonly Finding[],
  rules: Named,
  names: readonly string[],
): Finding[] {
  if (names.length === 0) return [...findings];
  const picked = new Set(names.flatMap((name) => pickOne(findings, rules, name)));
  return findings.filter((finding) => picked.has(finding));
}

const roles = ['owner', 'receiver', 'giver'] as const;

/** Who answers for a finding in the inventory: who has to mend it, before who only gives the data. */
export function defaultOwner({ owners, fingerprint, subject }: Finding): string {
  const [first] = roles.flatMap((role) => owners.filter((owner) => owner.role === role));
  if (first) return first.name;
  throw new UsageError({
    message: `the inventory names no owner for finding ${fingerprint}, ${subject}`,
    tips: ['say who answers for the acceptance: --owner NAME'],
  });
}
