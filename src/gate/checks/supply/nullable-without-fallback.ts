import type { Check } from '../../check.js';
import { suppliedOutputs } from '../../uses.js';

/** Share of recipients without the value, from the contract; undefined where it was not measured. */
const rateOf = (supplies: readonly { name: string; null_rate: number | null }[] = [], name: string) =>
  supplies.find((one) => one.name === name)?.null_rate ?? undefined;

const percent = (rate: number): string => `${Math.round(rate * 1000) / 10} %`;

/** Values that may be missing, put out without a default and outside any condition on them. */
export const nullableWithoutFallback: Check = function* (world, { least_rate: least }) {
  for (const { in: part, message, use, field, supply } of suppliedOutputs(world)) {
    if (use.fallback) continue;
    const rate = rateOf(message.communication?.supplies, field.name);
    const isMeasured = rate !== undefined && supply.evidence === 'contract';
    const isOften = isMeasured && rate >= Number(least);
    if (!isOften && field.nullable !== true) continue;
    yield {
      case: isOften ? 'measured' : isMeasured ? 'rare' : 'declared',
      at: { part, span: use },
      about: use.name,
      args: {
        field: use.name,
        message: message.id,
        source: supply.source,
        rate: isMeasured ? percent(rate) : null,
      },
    };
  }
};
