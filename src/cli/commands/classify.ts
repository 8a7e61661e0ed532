import { Command } from 'commander';
import type { ClassifyOptions } from '../run/classify.js';
import { collect, quiet } from './run-options.js';

const examples = `
Examples:
  $ unsilo classify bounces.log                       one JSON line for each line
  $ grep status=bounced mail.log | unsilo classify    the same of standard input
  $ unsilo classify bounces/ --format csv > reasons.csv
  $ unsilo classify events.tsv --column diagnostic --format table
  $ unsilo classify bounces.log --unknown             what no rule knows, and rules to begin with
  $ unsilo classify bounces.log --rules rules.yaml`;

/** `unsilo classify`: the definition only. */
export const classifyCommand = (): Command =>
  new Command('classify')
    .description('why messages failed: one line for each line of a log, recipient of a mail, or event')
    .argument(
      '[files...]',
      'logs, tables, mails, folders of mails, events of vendors (default: standard input)',
    )
    .option('--column <NAME>', 'column of a table that says why')
    .option('--format <F[=FILE]>', 'jsonl, csv or table', 'jsonl')
    .option('--unknown [N]', 'instead: the N most frequent kinds of text that no rule knows (default: 20)')
    .option('--rules <FILE>', 'rules of your own, asked before all others; repeatable', collect)
    .option('--reveal', 'addresses and telephone numbers as they are')
    .option(...quiet)
    .addHelpText('after', examples)
    .action(async (files: string[], options: ClassifyOptions) => {
      const { runClassify } = await import('../run/classify.js');
      await runClassify(files, options);
    });
