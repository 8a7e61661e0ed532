import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { BaselineOptions, CreateOptions } from '../run/baseline.js';
import { asOfAudit, collect, withRunOptions } from './run-options.js';

const examples = `
Examples:
  $ unsilo baseline create bank --reason 'mortgages move to the new core in June' --expires 2026-06-30
  $ unsilo baseline create bank --only flow/one-way --owner 'Data office' --reason 'accepted in DPIA 12'
  $ unsilo audit bank --baseline
  $ unsilo baseline create templates --gate --owner Marketing --reason 'relaunch in May'
  $ unsilo baseline check bank
  $ unsilo baseline prune bank`;

/** Options of every command about a baseline. */
const withBaselineOptions = (command: Command): Command =>
  withRunOptions(
    command
      .argument('[dir]', 'folder with unsilo.yaml', '.')
      .option('--gate', 'of templates, as `unsilo gate` finds it, instead of an audit')
      .option('--file <FILE>', 'the baseline (default: unsilo.baseline.yaml in the folder)')
      .option('--today <DAY>', 'day on which it is decided what has expired (default: today)'),
    asOfAudit,
  );

const createCommand = (): Command =>
  withBaselineOptions(new Command('create'))
    .description('accept what is found now for a time; entries that are there stay')
    .requiredOption('--reason <TEXT>', 'why these findings may stay for now')
    .option('--owner <NAME>', 'who answers for that (default: the owner in the inventory)')
    .option('--expires <DAY>', 'last day of the acceptance (default: 90 days from today)')
    .option('--only <F>', 'a rule, or a finding by its fingerprint; repeatable', collect)
    .option('--renew', 'decide again on entries that have expired or were outgrown')
    .action(async (dir: string, options: CreateOptions) => {
      const { runCreate } = await import('../run/baseline.js');
      await runCreate(dir, options);
    });

const pruneCommand = (): Command =>
  withBaselineOptions(new Command('prune'))
    .description('take out entries whose finding is gone')
    .action(async (dir: string, options: BaselineOptions) => {
      const { runPrune } = await import('../run/baseline.js');
      await runPrune(dir, options);
    });

const checkCommand = (outcome: Outcome): Command =>
  withBaselineOptions(new Command('check'))
    .description('fail on entries that are stale, expired or outgrown')
    .action(async (dir: string, options: BaselineOptions) => {
      const { runCheck } = await import('../run/baseline.js');
      outcome.exitCode = await runCheck(dir, options);
    });

/** `unsilo baseline`: the definition only. */
export const baselineCommand = (outcome: Outcome): Command =>
  new Command('baseline')
    .description('accept findings for a time, with a reason, an owner and an end')
    .helpCommand(false)
    .addHelpText('after', examples)
    .addCommand(createCommand())
    .addCommand(pruneCommand())
    .addCommand(checkCommand(outcome));
