import { type Confidence, confidences, worlds } from '../model/enums.js';
import type { Finding } from '../model/finding.js';
import type { Hit } from '../model/hit.js';
import type { CauseTexts, Harm, Policy } from '../model/policy.js';
import type { Rule } from '../model/rule.js';
import { type Fillings, fill } from '../text/fill.js';
import type { Context } from './context.js';
import { dueOf } from './due.js';
import { fingerprintOf } from './fingerprint.js';
import { assignedTo, ownersOf } from './owners.js';
import { severityOf } from './severity.js';

type Case = Rule['definition']['cases'][string];
type CauseText = CauseTexts[keyof CauseTexts];

const weaker = (a: Confidence, b: Confidence): Confidence =>
  confidences.indexOf(a) > confidences.indexOf(b) ? a : b;

const share = (count: number | null, of: number | null): Finding['persons'] =>
  count === null ? null : { count, of };

/** Persons a hit concerns; a share says nothing where one case concerns two. */
const personsOf = ({ persons, persons_of: of }: Hit, { persons_each: each }: Harm): Finding['persons'] =>
  share(persons === null ? null : persons * each, each === 1 ? of : null);

/** Why, in the words that fit what is known of ways that the inventory does not have. */
const becauseOf = ({ because, worlds: known }: CauseText, world: unknown): string =>
  known?.[worlds.find((name) => name === world) ?? 'open'] ?? because;

/** Sentence and advice of a hit, filled; the advice is the case's, else the cause's, else the rule's. */
function textsOf(hit: Hit, one: Case, rule: Rule, policy: Policy, persons: Finding['persons']) {
  const cause = policy.causes[hit.cause ?? 'unknown'];
  const { rule: _, args, evidence: __, path, ...columns } = hit;
  const values: Fillings = { path: path.join(' → '), ...columns, persons: persons?.count ?? null, ...args };
  const advice = one.remediation ?? (hit.cause ? cause.remediation : rule.definition.remediation);
  return {
    message: fill(one.message, { ...values, because: fill(becauseOf(cause, args.world), values) }),
    remediation: fill(advice, values),
  };
}

/** One hit, graded and put into words. */
export function toFinding(hit: Hit, rule: Rule, policy: Policy, context: Context): Finding {
  const one = rule.definition.cases[hit.case]!;
  const harm = policy.harms.find(({ harm: name }) => name === one.harm);
  if (!harm) throw new Error(`rules/severity.yaml has no harm class '${one.harm}', which ${rule.id} names`);
  const severity = severityOf(harm, hit, policy.raise);
  const persons = personsOf(hit, harm);
  const fingerprint = fingerprintOf(rule.id, hit.subject);
  return {
    fingerprint,
    rule: rule.id,
    title: rule.definition.title,
    subject: hit.subject,
    case: hit.case,
    harm: harm.harm,
    severity,
    confidence: weaker(rule.definition.confidence, hit.confidence),
    ...textsOf(hit, one, rule, policy, persons),
    cause: hit.cause,
    persons,
    messages: share(hit.messages, hit.messages_of),
    args: hit.args,
    evidence: [...hit.evidence],
    path: [...hit.path],
    owners: assignedTo(fingerprint, context) ?? ownersOf(hit, context.owners),
    due: dueOf(severity, harm, context.asOf, policy.due, context.config.due),
    status: null,
    suppression: null,
  };
}
