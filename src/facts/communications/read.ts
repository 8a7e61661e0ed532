import { toMs } from '../../store/dialect.js';
import type { Query, Row } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';
import type { Step } from '../estate/steps.js';
import { rowCode } from '../evidence.js';

/** What the inventory says of a communication. */
export interface Message {
  readonly id: string;
  readonly type: string;
  /** Seconds; null when none is stated. */
  readonly deadline: number | null;
  readonly code: number;
  readonly needs: readonly Need[];
}

export interface Need {
  readonly field: string;
  readonly required: boolean;
  readonly purpose: string | null;
  readonly code: number;
}

/** A system with what limits its life. */
interface Known {
  readonly kind: string | null;
  readonly vendor: string | null;
  readonly legacy: boolean;
  /** Milliseconds since 1970; null when not stated. */
  readonly ends: number | null;
}

/** A system that keeps a field, with its place in the inputs. */
export interface Keeper {
  readonly system: string;
  readonly field: string;
  readonly role: string;
  /** Decimal text, 0 to 1. */
  readonly fillRate: string | null;
  readonly code: number;
}

/** The inventory of communications, read once. */
export interface Estate {
  readonly messages: readonly Message[];
  readonly steps: readonly Step[];
  readonly systems: ReadonlyMap<string, Known>;
  readonly keepers: readonly Keeper[];
  readonly outlets: readonly Outlet[];
}

export interface Outlet {
  readonly channel: string;
  readonly system: string;
  readonly vendor: string | null;
  readonly code: number;
}

type MessageRow = { id: string; type: string; deadline: string | null; code: number };
type NeedRow = Need & { communication: string };

async function readMessages(store: Query): Promise<Message[]> {
  const rows = await store.all<MessageRow>(
    `SELECT communication_id AS id, comm_type AS type, deadline, ${rowCode('c')} AS code
     FROM std_communications c ORDER BY id, code`,
  );
  const needs = await store.all<NeedRow & Row>(
    `SELECT communication_id AS communication, field, coalesce(required, false) AS required, purpose,
            ${rowCode('f')} AS code FROM std_communication_fields f ORDER BY communication, field, code`,
  );
  const byMessage = new Map<string, Need[]>();
  for (const { communication, ...need } of needs) {
    const own = byMessage.get(communication) ?? [];
    if (!own.some(({ field }) => field === need.field)) own.push(need);
    byMessage.set(communication, own);
  }
  const first = new Map([...rows].reverse().map((row) => [row.id, row]));
  return [...first.values()].reverse().map(({ deadline, ...row }) => ({
    ...row,
    deadline: parseDuration(deadline ?? '') ?? null,
    needs: byMessage.get(row.id) ?? [],
  }));
}

const readSteps = (store: Query): Promise<Step[]> =>
  store.all<Step>(
    `SELECT communication_id AS communication, channel, ordinal, system_id AS system, kind,
            coalesce(manual, false) AS manual, ${rowCode('s')} AS code
     FROM std_communication_steps s ORDER BY communication, ordinal, code`,
  );

async function readSystems(store: Query): Promise<Map<string, Known>> {
  const rows = await store.all<Known & { system_id: string } & Row>(
    `SELECT system_id, kind, vendor, coalesce(legacy, false) AS legacy,
            ${toMs('CAST(end_of_support AS TIMESTAMP)')} AS ends
     FROM std_systems s ORDER BY system_id, ${rowCode('s')} DESC`,
  );
  return new Map(rows.map(({ system_id, ...row }) => [system_id, row]));
}

const readKeepers = (store: Query): Promise<Keeper[]> =>
  store.all<Keeper & Row>(
    `SELECT system_id AS system, field, role, fill_rate AS "fillRate", ${rowCode('f')} AS code
     FROM std_system_fields f ORDER BY field, system, code`,
  );

const readOutlets = (store: Query): Promise<Outlet[]> =>
  store.all<Outlet & Row>(
    `SELECT channel, system_id AS system, vendor, ${rowCode('c')} AS code FROM std_channels c
     ORDER BY channel, system, code`,
  );

/** Reads what ways of communications are made of. */
export async function readEstate(store: Query): Promise<Estate> {
  return {
    messages: await readMessages(store),
    steps: await readSteps(store),
    systems: await readSystems(store),
    keepers: await readKeepers(store),
    outlets: await readOutlets(store),
  };
}
