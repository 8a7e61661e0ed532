import type { ContractCommunication } from '../model/contract.js';
import type { MessageSettings } from '../model/gate-settings.js';
import type { SuppliedField, Supply } from '../model/supply.js';

type Declared = NonNullable<MessageSettings['supplies']>[number];
type Contracted = ContractCommunication['supplies'][number];

function fromSettings(one: Declared): SuppliedField {
  if (typeof one === 'string') return { name: one };
  const { name, field, type, nullable, min_length: shortest, max_length: longest } = one;
  return {
    name,
    ...(field !== undefined && { field }),
    ...(type !== undefined && { type }),
    ...(nullable !== undefined && { nullable }),
    ...(shortest !== undefined && { minLength: shortest }),
    ...(longest !== undefined && { maxLength: longest }),
  };
}

const fromContract = (one: Contracted): SuppliedField => ({
  name: one.name,
  field: one.field,
  type: one.type,
  ...(one.nullable !== null && { nullable: one.nullable }),
  ...(one.min_length !== null && { minLength: one.min_length }),
  ...(one.max_length !== null && { maxLength: one.max_length }),
  ...(one.system_id !== null && { systemId: one.system_id }),
  ...(one.master_id !== null && { masterId: one.master_id }),
  ...(one.age !== null && { age: one.age }),
});

/** What a message gets: as settings say, else the contract, else what was found in schemas and samples. */
export function supplyOf(
  settings: MessageSettings,
  communication: ContractCommunication | undefined,
  contract: string,
  found: Supply | undefined,
): Supply | undefined {
  if (settings.supplies)
    return { evidence: 'settings', source: 'unsilo.yaml', fields: settings.supplies.map(fromSettings) };
  if (communication && communication.supplies.length > 0)
    return { evidence: 'contract', source: contract, fields: communication.supplies.map(fromContract) };
  return found;
}
