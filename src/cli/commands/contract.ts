import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { CheckOptions, ExportOptions } from '../run/contract.js';
import { withRunOptions } from './run-options.js';

const examples = `
Examples:
  $ unsilo contract export bank --out templates/unsilo.contract.json
  $ unsilo contract export bank --valid-for P14D --out -     to stdout
  $ unsilo contract check templates/unsilo.contract.json     stale? what is missing?`;

const exportCommand = (): Command =>
  withRunOptions(new Command('export'))
    .description('what templates may rely on, without a person or a value in it')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--out <FILE>', '- for stdout', 'unsilo.contract.json')
    .option('--valid-for <T>', 'time after the clock of the audit until it is stale', 'P30D')
    .action(async (dir: string, options: ExportOptions) => {
      const { runExport } = await import('../run/contract.js');
      await runExport(dir, options);
    });

const checkCommand = (outcome: Outcome): Command =>
  new Command('check')
    .description('exit code 1 when it is stale or newer than today; says what no rule can be asked without')
    .argument('[file]', 'the contract', 'unsilo.contract.json')
    .option('--today <DAY>', 'day on which it is decided what is stale (default: today)')
    .action(async (file: string, options: CheckOptions) => {
      const { runCheck } = await import('../run/contract.js');
      outcome.exitCode = await runCheck(file, options);
    });

/** `unsilo contract`: the definition only. */
export const contractCommand = (outcome: Outcome): Command =>
  new Command('contract')
    .description('what the gate may know of the ecosystem: supplies, recipients, consent, approvals')
    .helpCommand(false)
    .addHelpText('after', examples)
    .addCommand(exportCommand())
    .addCommand(checkCommand(outcome));
