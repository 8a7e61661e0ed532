import { compareText } from '../../text/compare.js';
import { type Ground, wantsOf } from '../ground.js';
import { addFlow, fieldsBetween, type Proposal, sorted } from '../proposal.js';

/** Places between which a new flow would help, beyond the two systems that differ. */
const widest = 16;

const wantedBy = (ground: Ground) => wantsOf(ground, 'no_flow', 'one_way', 'field_not_mapped');

/** A flow straight from the system that knows to the one that does not. */
export const proposeDirect = (ground: Ground): Proposal[] =>
  [...fieldsBetween(wantsOf(ground, 'no_flow', 'one_way'))].map(([key, fields]) => {
    const [from, to] = JSON.parse(key) as [string, string];
    return addFlow(ground, from, to, fields);
  });

/** Systems a field gets to from here, and itself. */
const onwards = ({ graph }: Ground, from: string, field: string): string[] =>
  graph.systems.filter((system) => system === from || graph.reaches(from, system, field));
const upwards = ({ graph }: Ground, to: string, field: string): string[] =>
  graph.systems.filter((system) => system === to || graph.reaches(system, to, field));

/** A flow between systems on the ways there are, where it serves several wants at once; those that serve most persons. */
export function proposeShared(ground: Ground): Proposal[] {
  const served = new Map<string, { persons: number; wants: number; fields: Set<string> }>();
  for (const { from, to, field, persons } of wantedBy(ground)) {
    const receivers = upwards(ground, to, field);
    for (const a of onwards(ground, from, field))
      for (const b of receivers) {
        if (a === b || (a === from && b === to)) continue;
        const key = JSON.stringify([a, b]);
        const one = served.get(key) ?? { persons: 0, wants: 0, fields: new Set<string>() };
        served.set(key, {
          persons: one.persons + persons,
          wants: one.wants + 1,
          fields: one.fields.add(field),
        });
      }
  }
  return [...served]
    .filter(([, { wants }]) => wants > 1)
    .sort(([a, x], [b, y]) => y.persons - x.persons || compareText(a, b))
    .slice(0, widest)
    .map(([key, { fields }]) => {
      const [from, to] = JSON.parse(key) as [string, string];
      return addFlow(ground, from, to, sorted(fields));
    });
}
