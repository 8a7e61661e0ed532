import { Command } from 'commander';
import type { CorrectionOptions } from '../run/corrections.js';
import type { ConflictOptions } from '../run/preferences.js';
import type { TraceOptions } from '../run/trace.js';
import { withColours, withRunOptions } from './run-options.js';

const examples = `
Examples:
  $ unsilo preferences bank                                 who is at odds with whom, by cause
  $ unsilo preferences bank --format csv > conflicts.csv
  $ unsilo preferences bank --policy restrictive --compare latest
  $ unsilo preferences trace crm:10004782 bank              one customer on one screen
  $ unsilo preferences trace ada@example.com bank --html trace.html
  $ unsilo preferences corrections bank --out fixes --reveal

unsilo preferences conflicts --help lists the options of the first. A folder called trace is named ./trace.`;

const withPolicyAndRunOptions = (command: Command): Command =>
  withRunOptions(
    command.option(
      '--policy <P>',
      'default, latest, restrictive, specific or authority (default: of unsilo.yaml)',
    ),
  );

const withScreenOptions = (command: Command): Command =>
  withColours(command.option('--all', 'everything instead of what fits on a screen'));

const traceCommand = (): Command =>
  withPolicyAndRunOptions(withScreenOptions(new Command('trace')))
    .description('one customer: what systems hold, what should hold and why, where the way broke')
    .argument('<key>', 'any key of any system, system:key, an address or its SHA-256, or a pseudonym')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--format <F>', 'terminal or json', 'terminal')
    .option('--html <FILE>', 'a page of it besides')
    .option('--reveal', 'keys and addresses in clear instead of masked')
    .option('--key-file <FILE>', 'key of the pseudonyms (default: .unsilo/key, made when missing)')
    .action(async (key: string, dir: string, options: TraceOptions) => {
      const { runTrace } = await import('../run/trace.js');
      await runTrace(key, dir, options);
    });

const conflictsCommand = (): Command =>
  withPolicyAndRunOptions(withScreenOptions(new Command('conflicts')))
    .description('who is at odds with whom, by cause (default)')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--format <F>', 'terminal, json, csv or markdown', 'terminal')
    .option('--compare <P>', 'what another policy would change')
    .action(async (dir: string, options: ConflictOptions) => {
      const { runConflicts } = await import('../run/preferences.js');
      await runConflicts(dir, options);
    });

const correctionsCommand = (): Command =>
  withPolicyAndRunOptions(new Command('corrections'))
    .description('for each system a file of what to put right, with the decision and its proof')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--out <DIR>', 'folder for the files; without it only the numbers are shown')
    .option('--reveal', 'keys in clear, without which nobody can put anything right')
    .action(async (dir: string, options: CorrectionOptions) => {
      const { runCorrections } = await import('../run/corrections.js');
      await runCorrections(dir, options);
    });

/** `unsilo preferences`: the definition only. */
export const preferencesCommand = (): Command =>
  new Command('preferences')
    .description('who chose what, who did not hear it and why; one customer; lists to put right')
    .helpCommand(false)
    .addHelpText('after', examples)
    .addCommand(conflictsCommand(), { isDefault: true })
    .addCommand(traceCommand())
    .addCommand(correctionsCommand());
