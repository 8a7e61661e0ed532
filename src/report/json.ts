import { type Report, reportSchema } from '../model/report.js';
import { escapeJson } from '../text/escape-json.js';
import type { Reporter } from './reporter.js';

/** Free-form objects have no order of their own; all others have the schema's. */
const freeForm = new Set(['args', 'parameters']);

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/** Indented JSON whose bytes follow from the value, without a character that a terminal or an editor would obey. */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(
    value,
    (key, value: unknown) => (freeForm.has(key) ? sortKeys(value) : value),
    2,
  );
  return `${escapeJson(text)}\n`;
}

const render = (report: Report): string => toJsonText(reportSchema.parse(report));

/** The snapshot: everything, for machines, diffs and later runs. */
export const json: Reporter = { title: 'JSON snapshot', extension: 'json', render };
