import { resolveIdentity } from '../../../src/facts/identity/index.js';
import { computePreferenceFacts } from '../../../src/facts/preferences/index.js';
import { noRegimes, type Regimes } from '../../../src/model/regimes.js';
import type { Row, Store } from '../../../src/store/store.js';
import { contextOf } from '../context.js';
import { storeWith } from '../store.js';

export const at = (day: string): string => `${day}T12:00:00.000Z`;

/** Person `p` as every system knows it. */
const self = { subject_key: 'p', key_type: 'customer_no' };

/** A consent of person p; scope `lob/type/channel`. */
export const consent = (
  system: string,
  value: string,
  day: string,
  more: Row & { scope?: string } = {},
): Row => {
  const { scope = '*/marketing/email', ...rest } = more;
  const [lob, comm_type, channel] = scope.split('/');
  const record = { system_id: system, kind: 'consent', value, strength: 'explicit', actor_type: 'customer' };
  const times = { valid_from: at(day), recorded_at: at(day), time_quality: 'exact' };
  return { ...self, ...record, lob: lob!, comm_type: comm_type!, channel: channel!, ...times, ...rest };
};

/** A choice of paper or electronic of person p for a line of business. */
export const delivery = (system: string, lob: string, value: string, day: string, more: Row = {}): Row =>
  consent(system, value, day, { scope: `${lob}/statement/*`, kind: 'delivery', ...more });

export const send = (system: string, day: string, more: Row = {}): Row => ({
  ...self,
  message_key: `${system}-${day}`,
  system_id: system,
  communication_id: 'offer',
  comm_type: 'marketing',
  lob: 'cards',
  channel: 'email',
  sent_at: at(day),
  ...more,
});

export const customer = (system: string): Row => ({ ...self, system_id: system });

/** A flow written `from>to field [P1D] [transform]`. */
export function flows(...lines: readonly string[]): Record<string, Row[]> {
  const parsed = lines.map((line, i) => {
    const [way = '', field = '', latency = 'PT1H', transform = 'identity', key_type = ''] = line.split(' ');
    const [from, to] = way.split('>');
    return { id: `f${i}`, from: from!, to: to!, field, latency, transform, key_type };
  });
  return {
    flows: parsed.map(({ id, from, to, latency }) => ({
      flow_id: id,
      from_system_id: from,
      to_system_id: to,
      mechanism: 'batch',
      latency,
    })),
    flow_fields: parsed.map(({ id, field, transform, key_type }) => ({
      flow_id: id,
      source_field: field,
      target_field: field,
      transform,
      key_type: key_type || null,
    })),
  };
}

const systems = ['core', 'cards', 'mail', 'loans'];
const base: Record<string, Row[]> = {
  systems: systems.map((id) => ({
    system_id: id,
    name: id,
    silo_id: 's',
    lobs: id === 'loans' ? 'loans' : 'cards',
  })),
  system_fields: systems.flatMap((id) =>
    ['preference.consent.email', 'preference.delivery'].map((field) => ({
      system_id: id,
      field,
      role: 'holds',
    })),
  ),
  communications: [
    { communication_id: 'offer', name: 'Offer', comm_type: 'marketing', lob: 'cards' },
    { communication_id: 'terms', name: 'Terms', comm_type: 'service', lob: 'cards', legal_basis: 'contract' },
  ],
};
const settings = {
  identity: { shared_keys: [{ key_type: 'customer_no', systems }] },
  grace: [{ channel: '*', time: 'P2D' }],
};

/** The facts of a small bank with these rows, as of 30 June 2026. */
export async function factsOf(
  tables: Record<string, Row[]>,
  more: Record<string, unknown> = {},
  regimes: Regimes = noRegimes,
): Promise<Store> {
  const merged = { ...base };
  for (const [name, rows] of Object.entries(tables)) merged[name] = [...(base[name] ?? []), ...rows];
  const store = await storeWith(merged);
  const context = { ...(await contextOf(store, { ...settings, ...more })), regimes };
  await resolveIdentity(store, context.config);
  await computePreferenceFacts(store, context);
  return store;
}

/** Conflicts as `class from>to/field choice/held cause awareness persons/messages`. */
export async function conflictsOf(
  tables: Record<string, Row[]>,
  more: Record<string, unknown> = {},
  regimes: Regimes = noRegimes,
): Promise<string[]> {
  const store = await factsOf(tables, more, regimes);
  const rows = await store.all<{ line: string }>(`
    SELECT concat_ws(' ', class, from_system_id || '>' || to_system_id || '/' || replace(field, 'preference.', ''),
           choice || '/' || coalesce(held, '-'), coalesce(cause, '-'), awareness, persons || '/' || messages) AS line
    FROM fact_preference_conflicts ORDER BY line`);
  store.close();
  return rows.map((row) => row.line);
}
