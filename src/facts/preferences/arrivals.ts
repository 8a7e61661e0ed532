import type { World } from '../../model/enums.js';
import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { wilson } from '../observed/wilson.js';
import { writeFact } from '../write-fact.js';

/** Fewer arrivals than this share are accidents: somebody said the same twice. */
const accident = 0.1;
/** More, for certain, are no accident, even where many say the same in both systems. */
const most = 0.5;

/** What was seen between two systems that are at odds about a field. */
export interface Seen extends Row {
  readonly from_system_id: string;
  readonly to_system_id: string;
  readonly field: string;
  /** The inventory has a way. */
  readonly carried: boolean;
  readonly changes: number | null;
  readonly arrived: number | null;
  readonly turned: number | null;
  readonly arrivals: number | null;
  /** Of the arrivals, those later than agreed. */
  readonly late_agreed: number | null;
  readonly p50_s: number | null;
  readonly p90_s: number | null;
  readonly max_s: number | null;
  /** Persons of whom the opposite is held, and those of whom it came within the agreed time after the choice. */
  readonly opposed: number | null;
  readonly soon: number | null;
}

const seen = `
  SELECT p.from_system_id, p.to_system_id, p.field, p.carried, o.changes, o.arrived, o.turned, l.arrivals, l.median_s AS p50_s, l.p90_s,
         l.max_s, l.late_agreed, t.opposed, t.soon
  FROM (SELECT DISTINCT from_system_id, to_system_id, carrier AS field, carried FROM work_pairs) p
  LEFT JOIN fact_observed_ways o
    ON o.from_system_id = p.from_system_id AND o.to_system_id = p.to_system_id AND o.field = p.field
  LEFT JOIN fact_measured_lags l
    ON l.from_system_id = p.from_system_id AND l.to_system_id = p.to_system_id AND l.field = p.field
  LEFT JOIN work_turned t
    ON t.from_system_id = p.from_system_id AND t.to_system_id = p.to_system_id AND t.field = p.field
  WHERE p.from_system_id <> p.to_system_id
  ORDER BY p.from_system_id, p.to_system_id, p.field`;

/**
 * The opposite arrives of what was said: of most changes, or, where a job writes in the customer's name so that its
 * records look like a choice made there, most opposites came soon after the choice.
 */
export const isTurned = ({ changes, turned, opposed, soon }: Seen): boolean =>
  wilson(turned ?? 0, changes ?? 0).low > most || wilson(soon ?? 0, opposed ?? 0).low > most;

/** More changes than by accident arrive within the agreed time: people who say the same twice do so months apart. */
export const isInTime = ({ changes, arrivals, late_agreed }: Seen): boolean =>
  wilson((arrivals ?? 0) - (late_agreed ?? 0), changes ?? 0).low > accident;

/** Most changes arrive, as they are or turned round. */
export const isArriving = (row: Seen): boolean =>
  isTurned(row) || wilson(row.arrived ?? 0, row.changes ?? 0).low > most;

function worldOf(row: Seen, isComplete: boolean): World | null {
  if (row.carried) return null;
  if (isArriving(row)) return 'present';
  if (isComplete) return 'closed';
  return wilson(row.arrived ?? 0, row.changes ?? 0).high < accident ? 'absent' : 'open';
}

/**
 * `fact_preference_arrivals`: for systems at odds what was seen to arrive, and how far the inventory is to be believed
 * where it has no flow. It is never complete unless unsilo.yaml says so, and not even then against what is seen.
 */
export async function writeArrivals(store: Query, { config }: FactContext): Promise<Seen[]> {
  const rows = await store.all<Seen>(seen);
  await writeFact(
    store,
    'fact_preference_arrivals',
    rows.map((row) => ({ ...row, world: worldOf(row, config.inventory === 'complete') })),
  );
  return rows;
}
