import type { ContractCommunication } from '../../../model/contract.js';
import type { Check } from '../../check.js';
import { suppliedOutputs } from '../../uses.js';

type Supply = ContractCommunication['supplies'][number];

/** A copy that comes from the master is the master's value, only later. */
const comesFromMaster = ({ path, master_id: master }: Supply): boolean => path[0] === master;

/** Balances, rates, fees and dates are calculated; what a person is called is not. */
const isCalculated = ({ field, type }: Supply): boolean =>
  /^(?:value|product)\b/.test(field) || /^(?:money|amount|decimal|number|date)/i.test(type);

/** Values that come from a system that is not the one of record. */
export const nonAuthoritativeSource: Check = function* (world) {
  for (const { in: part, message, use, field, supply } of suppliedOutputs(world)) {
    if (supply.evidence !== 'contract') continue;
    const one = message.communication?.supplies.find(({ name }) => name === field.name);
    if (!one?.master_id || !one.system_id || one.master_id === one.system_id) continue;
    const [isCopy, isReckoned] = [comesFromMaster(one), isCalculated(one)];
    if (isCopy && (one.age !== null || !isReckoned)) continue;
    yield {
      case: isReckoned ? (isCopy ? 'copied' : 'calculated') : 'other',
      at: { part, span: use },
      about: use.name,
      args: {
        field: use.name,
        path: one.field,
        message: message.id,
        system: one.system_id,
        master: one.master_id,
      },
    };
  }
};
