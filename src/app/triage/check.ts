import { type Problem, SourceError } from '../../model/errors.js';
import type { EscalationPolicy, OwnEscalation } from '../../model/escalation.js';
import { didYouMean } from '../../text/nearest.js';
import type { Estate } from '../../triage/estate.js';

const roles = ['owner', 'above', 'top'];

const unknown = (key: string, what: string, value: string, known: readonly string[]): Problem => ({
  place: { file: 'unsilo.yaml', column: key },
  message: `unknown ${what} '${value}'`,
  tips: didYouMean(value, known),
});

/** Throws a SourceError with every harm and owner that `escalation` names and nobody knows. */
export function assertEscalation(own: OwnEscalation, policy: EscalationPolicy, { owners }: Estate): void {
  const [harms, people] = [Object.keys(policy.harms), [...owners.keys()]];
  const problems = Object.entries(own).flatMap(([harm, { owner, path = [] }]): Problem[] => [
    ...(harms.includes(harm) ? [] : [unknown(`escalation.${harm}`, 'harm class', harm, harms)]),
    ...(owner === undefined || owners.has(owner)
      ? []
      : [unknown(`escalation.${harm}.owner`, 'owner', owner, people)]),
    ...path
      .filter(({ to }) => !roles.includes(to) && !owners.has(to))
      .map(({ to }) => unknown(`escalation.${harm}.path`, 'owner', to, [...roles, ...people])),
  ]);
  if (problems.length > 0) throw new SourceError(problems);
}
