import type { Report } from '../model/report.js';
import { type Format, type RenderOptions, reporters } from '../report/index.js';

/** The report in one format; the reporter is loaded now. */
export async function render(
  report: Report,
  format: Format,
  options: RenderOptions,
): Promise<string | Uint8Array> {
  const reporter = await reporters[format]();
  return reporter.render(report, options);
}
