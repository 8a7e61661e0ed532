import { type Filed, filedBy, zoneOf } from '../../life/exports.js';
import type { Books } from '../../simulate/stores.js';
import { DAY, period, startOfLocalDay } from '../../time.js';
import type { Store, World } from '../../world/types.js';

/** What a file lets one know of a record. Times in minutes. */
export interface Known {
  readonly system: string;
  readonly person: number;
  readonly kind: 'consent' | 'delivery';
  readonly lob: string;
  readonly type: string;
  readonly channel: string;
  readonly value: string;
  /** 2 the customer's own word, 1 recorded, 0 default. */
  readonly tier: number;
  /** Earliest and latest moment of the record; without any time the export's. */
  readonly time: number;
  readonly end: number;
  readonly until: number;
  /** The time is the decision's own; at least that of storing. */
  readonly dated: boolean;
  readonly timed: boolean;
  /** Said elsewhere and taken over, or not said at all, as far as the file tells. */
  readonly copied: boolean;
  readonly actor: string;
}

const tiers: Readonly<Record<string, number>> = { explicit: 2, imported: 1, default: 0 };

function timesOf({ time }: Filed, store: Store): Pick<Known, 'time' | 'end'> {
  const { times } = store.habits!;
  if (times === 'none') return { time: period.asOf, end: period.asOf };
  if (times !== 'day') return { time, end: time };
  const start = startOfLocalDay(time, zoneOf(store));
  return { time: start, end: start + DAY - 1 };
}

/** Forms in which a record names the system where the choice was made. */
const namesOrigin = ['long', 'history', 'twice'];

function knownOf(line: Filed, store: Store): Known {
  const { times, layout } = store.habits!;
  const isList = layout === 'list';
  const tier = isList ? 2 : tiers[line.strength]!;
  return {
    system: line.system,
    person: line.person,
    kind: line.kind,
    lob: line.lob,
    type: line.type,
    channel: line.channel,
    value: line.value,
    tier,
    ...timesOf(line, store),
    until: line.until ?? Infinity,
    dated: times === 'day' || (times === 'exact' && tier === 2),
    timed: times !== 'none',
    copied: tier < 2 || (namesOrigin.includes(layout) && line.origin !== '' && line.origin !== line.system),
    actor: isList ? '' : line.actor,
  };
}

/** What all files together let one know, by person; a mailbox of two persons tells of nobody. */
export function knownByPerson(world: World, books: Books): Map<number, Known[]> {
  const byPerson = new Map<number, Known[]>();
  for (const store of world.stores)
    for (const line of filedBy(store, books)) {
      if (line.person < 0) continue;
      const mine = byPerson.get(line.person) ?? [];
      mine.push(knownOf(line, store));
      byPerson.set(line.person, mine);
    }
  return byPerson;
}
