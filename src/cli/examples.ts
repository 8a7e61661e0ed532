import type { EventEmitter } from 'node:events';
import type { Command } from 'commander';

/** Help is written to whoever listens to these. */
const listeners = (command: Command): EventEmitter => command as unknown as EventEmitter;

/** What a command's help says behind its options. */
function helpAfter(command: Command): string {
  const texts: string[] = [];
  listeners(command).emit('afterHelp', { error: false, command, write: (text: string) => texts.push(text) });
  return texts.join('');
}

const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

/** Lines of examples in the help of a command. */
export const examplesOf = (command: Command): string[] =>
  helpAfter(command)
    .split('\n')
    .filter((line) => line.startsWith('  $ '));

/** Examples of the command above that are about this one; of the usual one those that name none. */
function borrowed(command: Command): string[] {
  const { parent } = command;
  if (!parent) return [];
  const above = examplesOf(parent);
  const path = pathOf(command);
  const own = above.filter((line) => line.includes(` ${path} `) || line.endsWith(` ${path}`));
  if (own.length > 0) return own;
  const paths = parent.commands.map(pathOf);
  return above.filter(
    (line) => line.includes(` ${pathOf(parent)}`) && !paths.some((one) => line.includes(` ${one}`)),
  );
}

/** A command below another shows the examples that are about it where it has none of its own. */
export function shareExamples(command: Command): void {
  for (const below of command.commands) {
    shareExamples(below);
    if (command.parent && listeners(below).listenerCount('afterHelp') === 0)
      below.addHelpText('after', () => ['', 'Examples:', ...borrowed(below)].join('\n'));
  }
}
