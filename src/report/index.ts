import type { Reporter } from './reporter.js';

export type { RenderOptions, Reporter } from './reporter.js';

/** Formats by name; each is loaded only when used. */
export const reporters = {
  terminal: async () => (await import('./terminal/index.js')).terminal,
  json: async () => (await import('./json.js')).json,
  html: async () => (await import('./html/index.js')).html,
  markdown: async () => (await import('./markdown/index.js')).markdown,
  csv: async () => (await import('./csv.js')).csv,
  sarif: async () => (await import('./sarif/index.js')).sarif,
  junit: async () => (await import('./junit/index.js')).junit,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;
export type Format = keyof typeof reporters;
