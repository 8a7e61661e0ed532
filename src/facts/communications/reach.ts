import { bitOf, bitwiseOr } from '../../store/dialect.js';
import type { Query, Value } from '../../store/store.js';

/** A channel, or a communication on it; none: all of the channel. */
interface Reached {
  readonly channel: string;
  readonly communication: string | null;
}

type Route = { route_id: number; channel: string; communication: string };

/** Bits of a mask that are read; the sign is left alone. */
const bitsPerMask = 62;

const keyOf = ({ channel, communication }: Reached): string => JSON.stringify([channel, communication]);

/** Masks of a route: one bit for its channel and one for its communication on it. */
function masksOf(route: Route, places: ReadonlyMap<string, number>, masks: number): Value[] {
  const own = [keyOf(route), keyOf({ ...route, communication: null })].flatMap(
    (key) => places.get(key) ?? [],
  );
  return Array.from({ length: masks }, (_, mask) =>
    own
      .filter((place) => Math.floor(place / bitsPerMask) === mask)
      .reduce((bits, place) => bits | (1n << BigInt(place % bitsPerMask)), 0n)
      .toString(),
  );
}

/**
 * Distinct persons by group, in the order given. Every person gets the set of their groups as bits, so that messages
 * are looked at once however many groups there are; counting distinct persons by group takes five times as long.
 */
export async function countReached(store: Query, groups: readonly Reached[]): Promise<number[]> {
  if (groups.length === 0) return [];
  const masks = Math.ceil(groups.length / bitsPerMask);
  const names = Array.from({ length: masks }, (_, mask) => `m${mask}`);
  const places = new Map(groups.map((group, place) => [keyOf(group), place]));
  const routes = await store.all<Route>(
    `SELECT route_id, channel, coalesce(communication_id, comm_type) AS communication FROM work_send_routes
     ORDER BY route_id`,
  );
  await store.run(
    `CREATE TABLE work_reach (route_id INTEGER, ${names.map((name) => `${name} BIGINT`).join(', ')})`,
  );
  const rows = routes.map((route): Value[] => [route.route_id, ...masksOf(route, places, masks)]);
  await store.insert('work_reach', ['route_id', ...names], rows);
  const counts = groups.map((_, place) => {
    const mask = names[Math.floor(place / bitsPerMask)];
    return `count(*) FILTER (WHERE ${mask} & ${bitOf(String(place % bitsPerMask))} <> 0) AS g${place}`;
  });
  const [found] = await store.all<Record<string, number>>(`
    SELECT count(*) AS everybody, ${counts.join(', ')} FROM (
      SELECT s.person_id, ${names.map((name) => `${bitwiseOr(`r.${name}`)} AS ${name}`).join(', ')}
      FROM work_send_rows s JOIN work_reach r ON r.route_id = s.route_id GROUP BY s.person_id) p`);
  await store.run('DROP TABLE work_reach');
  return groups.map((_, place) => found![`g${place}`]!);
}
