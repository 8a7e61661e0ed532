import { covers } from '../../graph/index.js';
import type { Initiative, InitiativeKind } from '../../model/roadmap.js';
import type { Ground } from '../ground.js';
import { sorted } from '../proposal.js';

/** Kinds that put right what flows do with what they carry. */
const mending: readonly InitiativeKind[] = ['correct_mapping', 'mend_flow'];

const opensWays = ({ edits }: Initiative): boolean =>
  edits.some((edit) => 'add' in edit && edit.add === 'flow_fields');

/** What comes over the flow would go on by the new way, or what comes by the new way over the flow. */
function meets({ graph }: Ground, opening: Initiative, correction: Initiative): boolean {
  const leads = (from: string, to: string, field: string) => from === to || graph.reaches(from, to, field);
  const [giver, receiver] = [opening.systems[0]!, opening.systems.at(-1)!];
  const [before, behind] = [correction.systems[0]!, correction.systems.at(-1)!];
  return opening.fields
    .filter((field) => correction.fields.some((mapped) => covers(mapped, field) || covers(field, mapped)))
    .some((field) => leads(behind, giver, field) || leads(receiver, before, field));
}

/**
 * Has initiatives that open ways wait until maps and flows on them are put right: else choices would be spread as their
 * opposites, or lost on the way, which no audit of what systems hold today can show.
 */
export function afterCorrections(ground: Ground, initiatives: readonly Initiative[]): Initiative[] {
  const corrections = initiatives.filter(({ kind }) => mending.includes(kind));
  return initiatives.map((one) => {
    if (!opensWays(one)) return one;
    const first = corrections.filter((correction) => correction !== one && meets(ground, one, correction));
    return { ...one, dependsOn: sorted([...one.dependsOn, ...first.map(({ id }) => id)]) };
  });
}
