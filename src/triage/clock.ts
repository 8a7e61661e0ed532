import type { EscalationPolicy, EscalationStep, OwnEscalation } from '../model/escalation.js';
import type { PathStep, TriageGroup } from '../model/triage.js';
import { parseDuration } from '../text/durations.js';
import type { Estate, Owner } from './estate.js';

/** What is laid down for a harm: the setting where there is one, else the policy. */
export interface Terms {
  readonly owner: string | undefined;
  readonly deadline: string | undefined;
  readonly path: readonly EscalationStep[];
}

export function termsOf(harm: string, policy: EscalationPolicy, own: OwnEscalation = {}): Terms {
  const [usual, set] = [policy.harms[harm], own[harm]];
  return {
    owner: set?.owner,
    deadline: set?.deadline ?? usual?.deadline,
    path: set?.path ?? usual?.path ?? [],
  };
}

const after = (since: string, duration: string): string =>
  new Date(Date.parse(since) + (parseDuration(duration) ?? 0) * 1000).toISOString();

/** Whom somebody escalates to; the one at the end, and who is part of a circle, escalates to nobody. */
function above(owner: Owner | undefined, { owners }: Estate): Owner | undefined {
  return owner?.escalates_to == null ? undefined : owners.get(owner.escalates_to);
}

function top(owner: Owner | undefined, estate: Estate): Owner | undefined {
  const seen = new Set<string>();
  let at = owner;
  for (
    let next = above(at, estate);
    next !== undefined && !seen.has(next.owner_id);
    next = above(at, estate)
  ) {
    seen.add(next.owner_id);
    at = next;
  }
  return at;
}

function whoOf(
  to: string,
  last: Owner | undefined,
  owner: Owner | undefined,
  estate: Estate,
): Owner | undefined {
  if (to === 'owner') return owner;
  if (to === 'above') return above(last, estate) ?? last;
  return to === 'top' ? top(last, estate) : estate.owners.get(to);
}

/** Who has it from when; a step that leads to whom has it already is left out. */
export function pathUp(
  terms: Terms,
  owner: Owner | undefined,
  since: string,
  asOf: string,
  estate: Estate,
): PathStep[] {
  const steps: PathStep[] = [];
  let last: Owner | undefined;
  for (const { after: time, to } of terms.path) {
    const who = whoOf(to, last, owner, estate);
    const at = after(since, time);
    if (steps.length === 0 || who?.owner_id !== last?.owner_id)
      steps.push({
        to: who?.owner_id ?? '',
        name: who?.name ?? '',
        at,
        reached: Date.parse(at) <= Date.parse(asOf),
      });
    last = who;
  }
  return steps;
}

type Clock = Pick<TriageGroup, 'due' | 'overdue' | 'path_up' | 'held_by'>;

/** Until when the cause is to be stopped, whether that is past, and with whom it is by now. */
export function clockOf(
  terms: Terms,
  owner: Owner | undefined,
  { since, asOf, isOpen }: { since: string | null; asOf: string; isOpen: boolean },
  estate: Estate,
): Clock {
  if (since === null) return { due: null, overdue: false, path_up: [], held_by: owner?.name ?? '' };
  const due = terms.deadline === undefined ? null : after(since, terms.deadline);
  const path = pathUp(terms, owner, since, asOf, estate);
  return {
    due,
    overdue: isOpen && due !== null && Date.parse(due) < Date.parse(asOf),
    path_up: path,
    held_by: path.filter(({ reached }) => reached).at(-1)?.name ?? owner?.name ?? '',
  };
}
