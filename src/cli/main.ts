import { CommanderError } from 'commander';
import { UsageError } from '../model/errors.js';
import { renderError } from './errors.js';
import { tolerateClosedPipe } from './output.js';
import { createProgram } from './program.js';

/** What commander objects to, in our words: the nearest name becomes a tip. */
function toUsageError(error: CommanderError): UsageError {
  const [, message = error.message, hint] =
    /^(?:error: )?(.*?)\s*(?:\(Did you mean (?:one of )?(.*)\?\))?$/su.exec(error.message) ?? [];
  const see = 'unsilo --help lists commands and options';
  return new UsageError({ message, tips: [...(hint ? [`did you mean '${hint}'?`] : []), see] });
}

const isAnswered = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0;

/** Runs one command line. The exit code: 0 clean, 1 findings at or above the threshold, 2 could not run. */
export async function main(args: readonly string[]): Promise<number> {
  tolerateClosedPipe();
  const outcome = { exitCode: 0 };
  try {
    await createProgram(outcome).parseAsync([...args], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (isAnswered(error)) return 0;
    process.stderr.write(renderError(error instanceof CommanderError ? toUsageError(error) : error));
    return 2;
  }
}
