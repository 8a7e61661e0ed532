import type { GateReport } from '../../model/gate-report.js';
import type { Reporter } from '../reporter.js';

export type GateReporter = Reporter<GateReport>;

/** Formats of a report of the gate by name; each is loaded only when used. */
export const gateReporters = {
  terminal: async () => (await import('./terminal.js')).gateTerminal,
  json: async () => (await import('./json.js')).gateJson,
  markdown: async () => (await import('./markdown.js')).gateMarkdown,
  csv: async () => (await import('./csv.js')).gateCsv,
  sarif: async () => (await import('./sarif.js')).gateSarif,
  junit: async () => (await import('./junit.js')).gateJunit,
  github: async () => (await import('./github.js')).gateGithub,
  gitlab: async () => (await import('./gitlab.js')).gateGitlab,
} as const satisfies Readonly<Record<string, () => Promise<GateReporter>>>;
export type GateFormat = keyof typeof gateReporters;
