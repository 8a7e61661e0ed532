import { type Report, reportSchema } from '../model/report.js';
import type { Reporter } from './reporter.js';

/** Free-form objects have no order of their own; all others have the schema's. */
const freeForm = new Set(['args', 'parameters']);

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/** Characters that a terminal or an editor would obey; they stand inside strings only. */
const obeyed =
  /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;
const escapeUnits = (text: string): string =>
  Array.from({ length: text.length }, (_, unit) => text.charCodeAt(unit).toString(16).padStart(4, '0'))
    .map((hex) => `\\u${hex}`)
    .join('');

function render(report: Report): string {
  const ordered = reportSchema.parse(report);
  const text = JSON.stringify(
    ordered,
    (key, value: unknown) => (freeForm.has(key) ? sortKeys(value) : value),
    2,
  );
  return `${text.replace(obeyed, escapeUnits)}\n`;
}

/** The snapshot: everything, for machines, diffs and later runs. */
export const json: Reporter = { title: 'JSON snapshot', extension: 'json', render };
