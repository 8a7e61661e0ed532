import type { Carrier } from '../../facts/lookup/contract/carriers.js';
import type { Recipients } from '../../facts/lookup/contract/recipients.js';
import type { Config } from '../../model/config.js';
import type { ContractCommunication } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import { compareText } from '../../text/compare.js';
import type { CommunicationRow } from './read-inventory.js';
import { recipientsOf } from './recipients.js';
import { type SupplyContext, supplyOf } from './supplies.js';

export interface Material extends SupplyContext {
  readonly config: Config;
  readonly recipients: readonly Recipients[];
  readonly findings: readonly Finding[];
  readonly carriers: readonly Carrier[];
}

type Channel = ContractCommunication['channels'][number];

/** Channels a communication goes out on: by its steps, its templates and what was sent. */
function channelsOf({ inventory, recipients }: Material, id: string): Channel[] {
  const rows = [...inventory.steps, ...inventory.approvals, ...recipients];
  const own = rows.flatMap((row) =>
    row.communication_id === id && row.channel !== null ? (row.channel as Channel) : [],
  );
  return [...new Set(own)].sort(compareText);
}

/** What a finding says that a communication or one of its templates causes; what a source system does counts as its own. */
function isAbout({ inventory, carriers }: Material, id: string, { subject, rule }: Finding): boolean {
  const [kind = '', name = ''] = subject.split(/:(.*)/s);
  if (kind === 'comm') return name === id || name.startsWith(`${id}/`);
  if (kind === 'template')
    return inventory.approvals.some(
      (row) =>
        row.communication_id === id && (name === row.template_id || name.startsWith(`${row.template_id}/`)),
    );
  if (kind === 'vendor') return carriers.some((row) => row.communication_id === id && row.vendor === name);
  if (kind !== 'system' || !rule.startsWith('error/')) return false;
  const ownSource = (row: { communication_id: string; system_id: string; kind: string }): boolean =>
    row.communication_id === id && row.system_id === name && row.kind === 'source';
  return inventory.steps.some(ownSource);
}

const causesOf = (material: Material, id: string): ContractCommunication['open_causes'] =>
  material.findings
    .filter(({ severity, suppression }) => suppression === null && /^(?:critical|high)$/.test(severity))
    .filter((finding) => isAbout(material, id, finding))
    .map(({ fingerprint, rule, severity, title }) => ({ fingerprint, rule, severity, title }));

function approvalsOf({ inventory }: Material, id: string): ContractCommunication['templates'] {
  const own = inventory.approvals.filter((row) => row.communication_id === id);
  return own.map(({ communication_id: _, ...row }) => row);
}

/** Everything templates may rely on of one communication. */
export function assembleCommunication(material: Material, row: CommunicationRow): ContractCommunication {
  const { communication_id: id } = row;
  const supplies = material.inventory.supplies.filter((one) => one.communication_id === id);
  return {
    ...row,
    purpose: row.comm_type.split('/')[0]!,
    audience: material.config.gate?.messages?.[id]?.audience ?? null,
    channels: channelsOf(material, id),
    supplies: supplies.map((one) => supplyOf(material, one, row)),
    ...recipientsOf(material.recipients, id),
    templates: approvalsOf(material, id),
    open_causes: causesOf(material, id),
  };
}
