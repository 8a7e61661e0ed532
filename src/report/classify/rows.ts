import type { Classification } from '../../model/delivery.js';
import { csvLine } from '../../text/csv.js';
import { escapeJson } from '../../text/escape-json.js';
import { printable } from '../../text/printable.js';

/** What stands in the columns beside the input. */
const columns = [
  'type',
  'reason',
  'family',
  'permanence',
  'party',
  'stage',
  'rule_id',
  'confidence',
] as const;
type Values = Readonly<Record<(typeof columns)[number], string | number>>;

const events = new Set(['complained', 'autoreply', 'delivered']);

/** An event that is no failure stands in the place of the reason and of its family. */
export function valuesOf({ ruleId, ...found }: Classification): Values {
  if (!events.has(found.type)) return { ...found, rule_id: ruleId };
  return {
    ...found,
    reason: found.type,
    family: found.type,
    permanence: 'unknown',
    party: 'unknown',
    rule_id: ruleId,
  };
}

/** Nothing that JSON writes otherwise, or that anybody would obey: nearly every line. */
const plain = /^[ !$-[\]-~]*$/;

/** Ends of lines by what was found: classifiers give the same answer often. */
function remembered(render: (found: Classification) => string): (found: Classification) => string {
  const known = new WeakMap<Classification, string>();
  return (found) => {
    const before = known.get(found);
    if (before !== undefined) return before;
    const text = render(found);
    known.set(found, text);
    return text;
  };
}

export type RenderRow = (input: string, found: Classification) => string;

/** Lines of JSON. */
export function createJsonLines(): RenderRow {
  const rest = remembered((found) => {
    const values = valuesOf(found);
    const ordered = Object.fromEntries(columns.map((column) => [column, values[column]]));
    return `,${escapeJson(JSON.stringify(ordered)).slice(1)}\n`;
  });
  return (input, found) => {
    const json = plain.test(input) ? `"${input}"` : escapeJson(JSON.stringify(input));
    return `{"input":${json}${rest(found)}`;
  };
}

export const csvHead = csvLine(['input', ...columns]);

/** Lines of CSV, without the head. */
export function createCsvLines(): RenderRow {
  const rest = remembered((found) => {
    const values = valuesOf(found);
    return csvLine(columns.map((column) => String(values[column])));
  });
  return (input, found) => `${csvLine([printable(input)]).slice(0, -1)},${rest(found)}`;
}
