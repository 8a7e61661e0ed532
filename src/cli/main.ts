import { CommanderError } from 'commander';
import { UsageError } from '../model/errors.js';
import { renderError } from './errors.js';
import { tolerateClosedPipe } from './output.js';
import { createProgram } from './program.js';
import { endOnSignals, leaveStopped } from './stop.js';

/** What commander objects to, in our words: the nearest name becomes a tip. */
function toUsageError(error: CommanderError): UsageError {
  const [, message = error.message, hint] =
    /^(?:error: )?(.*?)\s*(?:\(Did you mean (?:one of )?(.*)\?\))?$/su.exec(error.message) ?? [];
  const see = 'unsilo --help lists commands and options';
  return new UsageError({ message, tips: [...(hint ? [`did you mean '${hint}'?`] : []), see] });
}

/** The engine is an optional dependency: who only gates templates does not need it. */
const lacksEngine = (error: unknown): boolean =>
  error instanceof Error &&
  ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(String((error as NodeJS.ErrnoException).code)) &&
  error.message.includes('@duckdb/');

const noEngine = new UsageError({
  message: 'this command reads tables, and the engine for that is not installed',
  expected: '@duckdb/node-api, which npm installs unless told to omit optional dependencies',
  tips: ['npm install --include=optional unsilo', 'unsilo gate and unsilo explain do without'],
});

/** An error in the words of somebody who typed a command. */
function inOurWords(error: unknown): unknown {
  if (error instanceof CommanderError) return toUsageError(error);
  return lacksEngine(error) ? noEngine : error;
}

const isAnswered = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0;

/** Runs one command line. The exit code: 0 clean, 1 findings at or above the threshold, 2 could not run. */
export async function main(args: readonly string[]): Promise<number> {
  tolerateClosedPipe();
  endOnSignals();
  const outcome = { exitCode: 0 };
  const program = createProgram(outcome);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (isAnswered(error)) return 0;
    const stopped = leaveStopped();
    if (stopped !== undefined) return stopped;
    const told = inOurWords(error);
    const { misspelt } = await import('./misspelt.js');
    process.stderr.write(renderError((told instanceof UsageError && misspelt(program, args)) || told));
    return 2;
  }
}
