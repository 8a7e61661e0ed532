import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../src/cli/examples.js';
import { createProgram } from '../../src/cli/program.js';

const program = createProgram({ exitCode: 0 });
const below = (command: Command, path = command.name()): { path: string; command: Command }[] => [
  { path, command },
  ...command.commands
    .filter((one) => !one.name().startsWith('__'))
    .flatMap((one) => below(one, `${path} ${one.name()}`)),
];
const commands = below(program);

/** `  $ unsilo audit bank --quiet > x   what it does` → the words of unsilo */
const wordsOf = (line: string): string[] =>
  line
    .replace(/^.*?\bunsilo /, '')
    .replace(/ {2,}\S.*$/, '')
    .replace(/ [>|].*$/, '')
    .split(' ');

/** Options a line of words may hold: those of every command it names. */
function optionsIn(words: readonly string[]): Set<string> {
  const known = new Set<string>();
  let command: Command | undefined = program;
  for (const word of ['', ...words]) {
    command = command?.commands.find((one) => one.name() === word) ?? command;
    for (const one of [command, ...(command?.commands ?? [])])
      for (const { long } of one?.options ?? []) if (long) known.add(long);
  }
  return known;
}

describe('help', () => {
  it.each(commands)('has examples of $path', ({ path, command }) => {
    const own = examplesOf(command).filter((line) => line.includes('unsilo '));
    expect(own.length).toBeGreaterThan(0);
    if (command.parent?.parent) expect(own[0]).toContain(path.split(' ').slice(0, 2).join(' '));
  });

  it.each(commands.flatMap(({ command }) => examplesOf(command)))('shows options there are: %s', (line) => {
    const words = wordsOf(line);
    const typed = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0]);
    const known = optionsIn(words);
    expect(typed.filter((option) => !known.has(option!))).toEqual([]);
  });

  it('groups every command by task', () => {
    const groups = program.commands.map((command) => command.helpGroup());
    expect(groups.filter((group) => !group)).toEqual([]);
  });
});
