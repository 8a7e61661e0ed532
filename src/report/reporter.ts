import type { Severity } from '../model/enums.js';
import type { Report } from '../model/report.js';

/** Where names in a report lead, as URLs; undefined where they lead nowhere. */
export interface LinkTargets {
  readonly rule: (id: string) => string | undefined;
  readonly file: (file: string) => string | undefined;
}

export interface RenderOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Least severity a reader wants to see; formats for machines and the page still contain everything. */
  readonly show: Severity;
  /** Folder of the ecosystem as seen from where unsilo runs, `data/bank`; build servers know files by it. */
  readonly folder?: string;
  /** Where rules and files lead, for a terminal that can open them. */
  readonly links?: LinkTargets;
  /** What a reader takes at most; findings beyond it are counted instead of listed. */
  readonly maxBytes?: number;
}

/** A pure function of the report: the same report gives the same bytes. */
export interface Reporter<R = Report> {
  readonly title: string;
  /** Of the file that --out writes. */
  readonly extension: string;
  /** Short enough to be read in a log, beside others. */
  readonly isLog?: boolean;
  render(report: R, options: RenderOptions): string | Uint8Array | Promise<string | Uint8Array>;
}
