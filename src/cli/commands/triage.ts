import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { AskOptions, TriageOptions } from '../run/triage.js';
import { collect, withColours, withRunOptions } from './run-options.js';

const examples = `
Examples:
  $ unsilo triage bank                                     which error first, who acts, by when
  $ unsilo triage bank --against last.json --format json=triage.json
  $ unsilo triage bank --format html=triage.html --fail-on-overdue
  $ unsilo triage show g1-4f1d bank --format md > cause.md  the root-cause report of one group
  $ unsilo triage brief g1-4f1d bank                       what agents may say and do
  $ unsilo triage export bank --format jira > issues.csv
  $ unsilo affected g1-4f1d bank                           everybody hit

unsilo triage errors --help lists the options of the first. A folder called show is named ./show.`;

const withPastAndRunOptions = (command: Command): Command =>
  withRunOptions(
    command.option('--against <SNAPSHOT>', 'JSON of an earlier triage or audit; repeatable', collect),
  );

const group = 'key of a group, or the beginning of it';

const errorsCommand = (outcome: Outcome): Command =>
  withPastAndRunOptions(withColours(new Command('errors')))
    .description('errors by harm, in groups: cause, owner, clock (default)')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option(
      '--format <F[=FILE]>',
      'terminal, json, html or markdown, repeatable (default: terminal)',
      collect,
    )
    .option('--all', 'every group in full')
    .option('--fail-on-overdue', 'exit code 1 when a group is past its time')
    .action(async (dir: string, options: TriageOptions) => {
      const { runTriage } = await import('../run/triage.js');
      outcome.exitCode = await runTriage(dir, options);
    });

const showCommand = (): Command =>
  withPastAndRunOptions(withColours(new Command('show')))
    .description('the root-cause report of one group')
    .argument('<group>', group)
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--format <F[=FILE]>', 'terminal, md, html or json, repeatable (default: terminal)', collect)
    .action(async (key: string, dir: string, options: AskOptions) => {
      const { runShow } = await import('../run/triage.js');
      await runShow(key, dir, options);
    });

const briefCommand = (): Command =>
  withPastAndRunOptions(withColours(new Command('brief')))
    .description('for agents: say this, you may do that; of one group, or of all that are open')
    .argument('<group>', `${group}; \`all\` for every open group`)
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--format <F[=FILE]>', 'terminal, md or json (default: terminal)', collect)
    .action(async (key: string, dir: string, options: AskOptions) => {
      const { runBrief } = await import('../run/triage.js');
      await runBrief(key, dir, options);
    });

const exportCommand = (): Command =>
  withPastAndRunOptions(new Command('export'))
    .description('open groups as CSV for the import of a tracker')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .requiredOption('--format <F[=FILE]>', 'jira or servicenow, repeatable', collect)
    .action(async (dir: string, options: AskOptions) => {
      const { runExport } = await import('../run/triage.js');
      await runExport(dir, options);
    });

/** `unsilo triage`: the definition only. */
export const triageCommand = (outcome: Outcome): Command =>
  new Command('triage')
    .description('which error first, who acts by when, and what caused it; briefs for agents; tickets')
    .helpCommand(false)
    .addHelpText('after', examples)
    .addCommand(errorsCommand(outcome), { isDefault: true })
    .addCommand(showCommand())
    .addCommand(briefCommand())
    .addCommand(exportCommand());
