import { Command } from 'commander';
import type { WhyOptions } from '../why-options.js';
import { collect, memoryLimit, quiet, spillFolder } from './run-options.js';

const examples = `
Examples:
  $ unsilo why sends.csv --errors bounced --total sent
  $ unsilo why week.parquet --errors errors --total sends --previous-errors errors_prev --previous-total sends_prev
  $ unsilo why complaints.csv --errors is_wrong --by channel,template,vendor,region
  $ unsilo why volumes.csv --amount sent --forecast planned --by channel,template
  $ unsilo why sends.csv --errors bounced --total sent --format json=why.json`;

/** `unsilo why`: the definition only. */
export const whyCommand = (): Command =>
  new Command('why')
    .description('which combination of attributes explains the errors in a table')
    .argument('<data>', 'CSV, Parquet, JSON lines or a workbook; a row is an event or a group of them')
    .option('--errors <COLUMN>', 'errors of a row: a number, 0 or more')
    .option('--total <COLUMN>', 'what the errors are a part of (default: each row counts once)')
    .option('--previous-errors <COLUMN>', 'the same of the period before')
    .option('--previous-total <COLUMN>', 'needed with --previous-errors')
    .option('--amount <COLUMN>', 'instead of errors an amount: a volume, a duration, a sum')
    .option('--forecast <COLUMN>', 'what was forecast for the amount')
    .option('--by <COLUMNS>', 'attributes to search, separated by commas (default: all other columns)')
    .option('--layers <N>', 'most attributes a cause combines, 1 to 4', '3')
    .option('--least <N>', 'fewest errors of a cause; 1 for severe ones', '2')
    .option('--format <F[=FILE]>', 'text or json; repeatable (default: text)', collect)
    .optionsGroup('Run:')
    .option(...spillFolder)
    .option(...memoryLimit)
    .option(...quiet)
    .addHelpText('after', examples)
    .action(async (data: string, options: WhyOptions) => {
      const { runWhy } = await import('../run/why.js');
      await runWhy(data, options);
    });
