import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../../model/enums.js';
import { severityMarks } from '../parts/severity.js';

export interface Style {
  readonly chalk: ChalkInstance;
  /** Columns to fill: not less than the line of counts needs, not more than an eye follows. */
  readonly width: number;
  severity(severity: Severity): string;
}

/** A way to write; colour is given, never guessed. */
export function createStyle(color: boolean, width: number): Style {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const paint: Readonly<Record<Severity, ChalkInstance>> = {
    critical: chalk.bold.red,
    high: chalk.red,
    medium: chalk.yellow,
    low: chalk.cyan,
    info: chalk.dim,
  };
  return {
    chalk,
    width: Math.max(72, Math.min(width, 110)),
    severity: (severity) => paint[severity](`${severityMarks[severity]} ${severity}`),
  };
}
