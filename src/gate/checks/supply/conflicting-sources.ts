import type { ContractCommunication } from '../../../model/contract.js';
import type { Check } from '../../check.js';
import { suppliedOutputs } from '../../uses.js';

type Supply = ContractCommunication['supplies'][number];

/** Systems that hand a name over, in order of the contract. */
const systemsOf = (supplies: readonly Supply[], name: string): string[] => [
  ...new Set(supplies.flatMap((one) => (one.name === name && one.system_id ? one.system_id : []))),
];

/** Values that two systems hand over under one name. */
export const conflictingSources: Check = function* (world) {
  for (const { in: part, message, use, field, supply } of suppliedOutputs(world)) {
    if (supply.evidence !== 'contract') continue;
    const supplies = message.communication?.supplies ?? [];
    const systems = systemsOf(supplies, field.name);
    if (systems.length < 2) continue;
    const fields = new Set(supplies.flatMap((one) => (one.name === field.name ? one.field : [])));
    const isRanked = field.masterId !== undefined && systems.includes(field.masterId);
    yield {
      case: fields.size > 1 ? 'meanings' : isRanked ? 'ranked' : 'unranked',
      at: { part, span: use },
      about: use.name,
      args: {
        field: use.name,
        message: message.id,
        systems,
        fields: [...fields],
        master: field.masterId ?? null,
      },
    };
  }
};
