import type { Finding } from '../../model/finding.js';
import type { Manifest } from '../../model/manifest.js';
import { fingerprintOf } from '../fingerprint.js';

/** What identity rests on. */
export type Known = Pick<Finding, 'fingerprint' | 'rule' | 'subject'>;
/** A rule, as far as it tells under which names its findings went before. */
export type Named = Pick<Manifest['rules'][number], 'id' | 'aliases'>;

const sameRule = (rule: string) => (named: Named) => named.id === rule || named.aliases.includes(rule);

/** The rule that answers to a name today. */
export const ruleNamed = <T extends Named>(rules: readonly T[], name: string): T | undefined =>
  rules.find(({ id }) => id === name) ?? rules.find(sameRule(name));

/** Every fingerprint a finding goes by: its own, and those under the other names of its rule. */
function identities({ fingerprint, rule, subject }: Known, rules: readonly Named[]): string[] {
  const named = ruleNamed(rules, rule);
  const names = named ? [named.id, ...named.aliases] : [];
  return [fingerprint, ...names.map((name) => fingerprintOf(name, subject))];
}

/** Looks findings of another run up by identity; renamed rules of either run keep theirs. */
export function indexByIdentity<T extends Known>(
  items: readonly T[],
  rules: readonly Named[],
): (item: Known) => T | undefined {
  const index = new Map<string, T>();
  for (const item of items)
    for (const identity of identities(item, rules)) if (!index.has(identity)) index.set(identity, item);
  return (item) =>
    identities(item, rules)
      .map((identity) => index.get(identity))
      .find((found) => found !== undefined);
}
