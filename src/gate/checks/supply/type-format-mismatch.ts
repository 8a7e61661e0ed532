import type { Syntax } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { suppliedOutputs } from '../../uses.js';

/** Engines in which a text can say how a value is written; in the others that is the sender's business. */
const formatting: ReadonlySet<Syntax> = new Set<Syntax>([
  'handlebars',
  'liquid',
  'jinja',
  'django',
  'twig',
  'nunjucks',
  'go',
  'freemarker',
  'velocity',
  'thymeleaf',
  'erb',
  'ejs',
  'ampscript',
  'icu',
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
    if (kind === undefined || use.filters.length > 0 || !formatting.has(part.parsed.syntax)) continue;
    yield {
      case: kind,
      at: { part, span: use },
      about: use.name,
      args: { field: use.name, message: message.id, type: field.type!, source: supply.source },
    };
  }
};
