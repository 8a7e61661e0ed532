import { UsageError } from '../../model/errors.js';

/** Why nobody could press a key, or nobody would see what comes of it. */
function hindrance({ CI, TERM }: NodeJS.ProcessEnv): string | undefined {
  if (!process.stdin.isTTY) return 'its input is no terminal';
  if (!process.stdout.isTTY) return 'its output is no terminal';
  if (CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0') return 'CI is set';
  return TERM === 'dumb' ? 'the terminal is a dumb one' : undefined;
}

/** Throws before any work where the explorer would hang or nobody would see it. */
export function assertInteractive(path: string): void {
  const why = hindrance(process.env);
  if (why === undefined) return;
  throw new UsageError({
    message: `explore needs somebody at a terminal, and ${why}`,
    expected: 'a terminal for input and output, without CI in the environment',
    tips: [`unsilo audit ${path} prints the report`, `unsilo audit ${path} --format json=FILE keeps it`],
  });
}
