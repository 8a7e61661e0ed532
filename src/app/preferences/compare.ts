import type { Unmet } from '../../facts/lookup/conflict-list.js';
import type { PolicyChange } from '../../model/conflicts.js';
import { compareText } from '../../text/compare.js';

const none: Unmet = { persons: [], cells: 0 };

/** How many of these persons are not among those. */
function countWithout(these: readonly number[], those: readonly number[]): number {
  const others = new Set(those);
  return these.filter((person) => !others.has(person)).length;
}

/** `class from>to/field` in its parts. */
function parseDemand(
  demand: string,
): Pick<PolicyChange, 'class' | 'from_system_id' | 'to_system_id' | 'field'> {
  const [, name, from, to, field] = /^(\S+) (.*?)>(.*?)\/(.*)$/.exec(demand) ?? [];
  return {
    class: name as PolicyChange['class'],
    from_system_id: from ?? '',
    to_system_id: to ?? '',
    field: field ?? '',
  };
}

/** Demands met for other persons or in other cells under another policy, most persons first. */
export function compareUnmet(
  before: ReadonlyMap<string, Unmet>,
  after: ReadonlyMap<string, Unmet>,
): PolicyChange[] {
  const demands = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  const changes = demands.map((demand) => {
    const [own, other] = [before.get(demand) ?? none, after.get(demand) ?? none];
    return {
      ...parseDemand(demand),
      persons_added: countWithout(other.persons, own.persons),
      persons_removed: countWithout(own.persons, other.persons),
      cells_before: own.cells,
      cells_after: other.cells,
    };
  });
  const size = ({ persons_added, persons_removed }: PolicyChange): number => persons_added + persons_removed;
  return changes
    .filter((change) => size(change) > 0 || change.cells_before !== change.cells_after)
    .sort((a, b) => size(b) - size(a));
}
