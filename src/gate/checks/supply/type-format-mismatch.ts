import type { Syntax } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { suppliedOutputs } from '../../uses.js';

/** Languages that only put values in, or know themselves how a date is written: the rest is the sender's business. */
const plain: ReadonlySet<Syntax> = new Set<Syntax>([
  ...(['mustache', 'messageformat', 'printf', 'percent', 'colon', 'at', 'dollar'] as const),
  ...(['braces', 'brackets', 'parens', 'angles', 'none'] as const),
]);

const kinds: Readonly<Record<string, string>> = {
  money: 'amount',
  amount: 'amount',
  currency: 'amount',
  decimal: 'amount',
  date: 'date',
  time: 'date',
  datetime: 'date',
  'date-time': 'date',
  timestamp: 'date',
  instant: 'date',
  boolean: 'flag',
  object: 'structure',
  array: 'structure',
  json: 'structure',
};

/** Values that mean nothing to a reader as a machine writes them, put out as they come. */
export const typeFormatMismatch: Check = function* (world) {
  for (const { in: part, message, use, field, supply } of suppliedOutputs(world)) {
    const kind = kinds[(field.type ?? '').toLowerCase()];
    if (kind === undefined || use.filters.length > 0 || plain.has(part.parsed.syntax)) continue;
    yield {
      case: kind,
      at: { part, span: use },
      about: use.name,
      args: { field: use.name, message: message.id, type: field.type!, source: supply.source },
    };
  }
};
