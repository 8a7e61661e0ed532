import {
  type NumberedPair,
  readPairs,
  readPersonSets,
  readShortest,
} from '../../facts/lookup/person-sets.js';
import { askedOf, listed, surroundingsOf } from '../../facts/preferences/pairs.js';
import { readWays, type Ways } from '../../facts/read-ways.js';
import type { Cause } from '../../model/enums.js';
import type { Report } from '../../model/report.js';
import type { PersonSet, Want } from '../../model/roadmap.js';
import type { Ground, Point } from '../../roadmap/ground.js';
import type { Query } from '../../store/store.js';
import type { Run } from '../run-stages.js';
import { readGaps } from './read-gaps.js';

/** What is still on its way, was lost on a good one, or was known and ignored: no inventory mends it. */
const elsewhere: readonly (Cause | '')[] = ['in_flight', 'lost', ''];

/** A want with all that decides whether a future satisfies it. */
export interface Wanted extends Want {
  readonly judged: NumberedPair;
  /** Seconds that its shortest conflict had lasted. */
  readonly shortest: number;
}

export interface Today {
  readonly ways: Ways;
  readonly wants: readonly Wanted[];
  readonly sets: readonly PersonSet[];
  readonly ground: Ground;
}

const keyOf = (pair: number, cause: string): string => `${pair} ${cause}`;

function pointsOf({ tables }: Ways): Point[] {
  return tables.collection_points.map((point) => ({
    id: String(point.collection_point_id),
    systemId: String(point.system_id),
    scopes: listed(point.offers_scopes),
    fields: askedOf(tables.collection_point_fields).get(String(point.collection_point_id)) ?? [],
  }));
}

async function readWants(store: Query) {
  const pairs = new Map((await readPairs(store)).map((pair) => [pair.pair_id, pair]));
  const shortest = await readShortest(store);
  const counted = await readPersonSets(store);
  const persons = new Map<string, { pair: number; cause: Cause; persons: number }>();
  for (const set of counted)
    for (const { pair, cause } of set.conflicts) {
      if (elsewhere.includes(cause)) continue;
      const known = persons.get(keyOf(pair, cause))?.persons ?? 0;
      persons.set(keyOf(pair, cause), { pair, cause: cause as Cause, persons: known + set.persons });
    }
  const wants = [...persons.values()]
    .sort((a, b) => a.pair - b.pair || (a.cause < b.cause ? -1 : 1))
    .map((one, id): Wanted => {
      const judged = pairs.get(one.pair)!;
      const { from_system_id: from, to_system_id: to, carrier: field } = judged;
      return { ...one, id, from, to, field, judged, shortest: shortest.get(keyOf(one.pair, one.cause)) ?? 0 };
    });
  const place = new Map(wants.map(({ id, pair, cause }) => [keyOf(pair, cause), id]));
  const sets = counted.map((set): PersonSet => {
    const at = set.conflicts.map(({ pair, cause }) => place.get(keyOf(pair, cause)));
    return {
      wants: at.filter((id) => id !== undefined),
      stuck: at.includes(undefined),
      persons: set.persons,
      messages: set.messages,
    };
  });
  return { wants, sets };
}

/** What the roadmap of a run stands on; `latency` is that of flows yet to be built. */
export async function readToday({ store, config }: Run, latency: string, report: Report): Promise<Today> {
  const ways = await readWays(store, config);
  const { wants, sets } = await readWants(store);
  const { lobs } = surroundingsOf(ways);
  const { graph, inventory } = ways;
  const gaps = await readGaps(store, report);
  const authorities = await store.all<Ground['authorities'][number] & Record<string, string | number>>(
    'SELECT field, system_id AS "systemId", rank FROM std_authorities ORDER BY field, rank, system_id',
  );
  const ground = { graph, inventory, lobs, points: pointsOf(ways), wants, gaps, authorities, latency };
  return { ways, wants, sets, ground };
}
