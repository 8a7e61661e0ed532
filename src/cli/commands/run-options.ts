import type { Command } from 'commander';

/** Values of an option that may be given more than once, in their order. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

export const asOf = [
  '--as-of <T>',
  'clock of the audit, RFC 3339 (default: newest time in the sources)',
] as const;

/** The clock of a command that asks about what an audit has said. */
export const asOfAudit = ['--as-of <T>', 'clock of the audit, as it was given there'] as const;

export const store = [
  '--store <DIR>',
  'folder of loaded sources (default: .unsilo in the ecosystem)',
] as const;

/** The store of a command that keeps nothing from one run to the next. */
export const spillFolder = [
  '--store <DIR>',
  "folder for what does not fit the memory (default: the system's temporary one)",
] as const;

export const memoryLimit = [
  '--memory-limit <SIZE>',
  'memory of the run before it spills to disk, such as 4GB',
] as const;

export const quiet = ['--quiet', 'no progress on stderr'] as const;

/** What every command takes that computes facts. */
export const withRunOptions = (command: Command, clock: readonly [string, string] = asOf): Command =>
  command
    .option(...clock)
    .option(...store)
    .option(...memoryLimit)
    .option(...quiet);

export const color = ['--color', 'colours also where the output is no terminal'] as const;

export const noColor = ['--no-color', 'no colours'] as const;

/** Colours, whatever the environment says. */
export const withColours = (command: Command): Command => command.option(...color).option(...noColor);
