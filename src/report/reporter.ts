import type { Severity } from '../model/enums.js';
import type { Report } from '../model/report.js';

export interface RenderOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Least severity a reader wants to see; formats for machines and the page still contain everything. */
  readonly show: Severity;
}

/** A pure function of the report: the same report gives the same bytes. */
export interface Reporter {
  readonly title: string;
  readonly extension: string;
  render(report: Report, options: RenderOptions): string | Uint8Array | Promise<string | Uint8Array>;
}
