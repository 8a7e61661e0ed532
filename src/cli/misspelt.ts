import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { UsageError } from '../model/errors.js';
import { nearest } from '../text/nearest.js';

/**
 * Why a command line failed whose command has others below it: the word behind it was meant for one of them, and was
 * taken for a folder. Undefined where it names something that is there, or is like none.
 */
export function misspelt(program: Command, args: readonly string[]): UsageError | undefined {
  let command = program;
  for (const word of args.filter((one, at) => at > 0 || !one.startsWith('-'))) {
    const below = command.commands.find((one) => one.name() === word);
    if (below === undefined) return command === program ? undefined : likeOf(command, word);
    command = below;
  }
  return undefined;
}

function likeOf(command: Command, word: string): UsageError | undefined {
  const best = nearest(
    word,
    command.commands.map((one) => one.name()),
  );
  if (best === undefined || word.startsWith('-') || existsSync(word)) return undefined;
  return new UsageError({
    message: `'${command.name()}' has no command '${word}', and there is no folder of that name`,
    tips: [`did you mean '${best}'?`, `unsilo ${command.name()} --help lists its commands`],
  });
}
