import type { MessageChannel } from '../../model/template.js';
import type { Query, Row } from '../../store/store.js';

type Text = string | null;
export type CommunicationRow = Row &
  Readonly<
    Record<'communication_id' | 'name' | 'comm_type' | 'lob', string> &
      Record<'owner' | 'legal_basis' | 'choice_scope' | 'silo_id', Text>
  > & { readonly regulatory: boolean };
export type SupplyRow = Row &
  Readonly<Record<'communication_id' | 'field' | 'name' | 'type', string> & Record<'system_id', Text>> & {
    readonly nullable: boolean | null;
    readonly max_length: number | null;
  };
export type ApprovalRow = Row &
  Readonly<
    Record<'communication_id' | 'template_id' | 'locale' | 'part' | 'file', string> &
      Record<'version' | 'owner' | 'approved_by' | 'approved_at' | 'approved_hash', Text>
  > & { readonly channel: Exclude<MessageChannel, 'unknown'> };
export type StepRow = Row &
  Readonly<Record<'communication_id' | 'system_id' | 'kind', string>> & {
    readonly channel: Exclude<MessageChannel, 'unknown'> | null;
  };
export type PointRow = Row &
  Readonly<Record<'collection_point_id' | 'system_id' | 'offers_scopes', string>> & {
    readonly channel: Text;
  };

/** The sender is the system of the first `process` step; the message belongs to its silo. */
const readCommunications = (store: Query) =>
  store.all<CommunicationRow>(
    `SELECT c.communication_id, min(c.name) AS name, min(c.comm_type) AS comm_type, min(c.lob) AS lob,
            min(c.owner) AS owner, min(c.legal_basis) AS legal_basis, coalesce(bool_or(c.regulatory), false) AS regulatory,
            min(c.choice_scope) AS choice_scope, min(y.silo_id) AS silo_id
     FROM std_communications c
     LEFT JOIN std_communication_steps t ON t.communication_id = c.communication_id AND t.kind = 'process'
     LEFT JOIN std_systems y ON y.system_id = t.system_id
     GROUP BY c.communication_id ORDER BY c.communication_id`,
  );

const readSupplies = (store: Query) =>
  store.all<SupplyRow>(
    `SELECT DISTINCT communication_id, field, name, coalesce(type, 'text') AS type, nullable, max_length, system_id
     FROM std_template_supplies ORDER BY communication_id, name, field, system_id, type, nullable, max_length`,
  );

const readApprovals = (store: Query) =>
  store.all<ApprovalRow>(
    `SELECT DISTINCT communication_id, template_id, channel, locale, part, file, version, owner, approved_by,
            approved_at, approved_hash
     FROM std_templates ORDER BY communication_id, template_id, channel, locale, part, file, version`,
  );

const readSteps = (store: Query) =>
  store.all<StepRow>(
    `SELECT DISTINCT communication_id, channel, system_id, kind FROM std_communication_steps
     ORDER BY communication_id, channel, kind, system_id`,
  );

const readPoints = (store: Query) =>
  store.all<PointRow>(
    `SELECT DISTINCT collection_point_id, system_id, channel, offers_scopes FROM std_collection_points
     WHERE offers_scopes IS NOT NULL ORDER BY collection_point_id, system_id, channel, offers_scopes`,
  );

/** Fields and who is believed for them, first the ranked ones: a rank outweighs that a system masters a field. */
const readMasters = (store: Query) =>
  store.all<{ field: string; system_id: string; lob: Text }>(
    `SELECT field, system_id, lob FROM (
       SELECT field, system_id, lob, rank FROM std_authorities WHERE rank = 1
       UNION SELECT field, system_id, NULL, 2 FROM std_system_fields WHERE role = 'masters') m
     ORDER BY rank, field, lob, system_id`,
  );

const readOwners = (store: Query) =>
  store.all<{ owner_id: string; name: string }>(
    'SELECT owner_id, min(name) AS name FROM std_owners GROUP BY owner_id ORDER BY owner_id',
  );

/** What the inventory says of communications; no record of a person is looked at. */
export const readContractInventory = async (store: Query) => ({
  communications: await readCommunications(store),
  supplies: await readSupplies(store),
  approvals: await readApprovals(store),
  steps: await readSteps(store),
  points: await readPoints(store),
  masters: await readMasters(store),
  owners: await readOwners(store),
});
export type ContractInventory = Awaited<ReturnType<typeof readContractInventory>>;
