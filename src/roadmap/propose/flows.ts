import { remember } from '../../graph/remember.js';
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

/** Places of systems a field gets to from one, and of itself; or, upwards, of those it gets there from. */
function alongWays({ graph }: Ground, isUpwards: boolean): (system: string, field: string) => number[] {
  const ofField = remember((field: string) =>
    remember((system: string) =>
      [...graph.systems.keys()].filter((at) => {
        const other = graph.systems[at]!;
        if (other === system) return true;
        return isUpwards ? graph.reaches(other, system, field) : graph.reaches(system, other, field);
      }),
    ),
  );
  return (system, field) => ofField(field)(system);
}

/** A flow between systems on the ways there are, where it serves several wants at once; those that serve most persons. */
export function proposeShared(ground: Ground): Proposal[] {
  const { systems, place } = ground.graph;
  const [onwards, upwards] = [alongWays(ground, false), alongWays(ground, true)];
  const served = new Map<number, { persons: number; wants: number; fields: Set<string> }>();
  for (const { from, to, field, persons } of wantedBy(ground)) {
    const [giver, receiver] = [place(from), place(to)];
    const receivers = upwards(to, field);
    for (const a of onwards(from, field))
      for (const b of receivers) {
        if (a === b || (a === giver && b === receiver)) continue;
        const key = a * systems.length + b;
        const one = served.get(key) ?? { persons: 0, wants: 0, fields: new Set<string>() };
        served.set(key, one);
        one.persons += persons;
        one.wants += 1;
        one.fields.add(field);
      }
  }
  const nameOf = (key: number): string =>
    JSON.stringify([systems[Math.floor(key / systems.length)], systems[key % systems.length]]);
  return [...served]
    .filter(([, { wants }]) => wants > 1)
    .map(([key, one]) => [nameOf(key), one] as const)
    .sort(([a, x], [b, y]) => y.persons - x.persons || compareText(a, b))
    .slice(0, widest)
    .map(([key, { fields }]) => {
      const [from, to] = JSON.parse(key) as [string, string];
      return addFlow(ground, from, to, sorted(fields));
    });
}
