import { Command } from 'commander';
import type { AffectedOptions } from '../run/affected.js';
import { asOfAudit, memoryLimit, quiet, store } from './run-options.js';

const examples = `
Examples:
  $ unsilo affected 4f1d                                    masked keys, as CSV
  $ unsilo affected 4f1d bank --format jsonl --key-file hmac.key
  $ unsilo affected 4f1d bank --reveal > to-correct.csv
  $ unsilo affected g1-4f1d bank                            everybody hit by a group of errors`;

/** `unsilo affected`: the definition only. */
export const affectedCommand = (): Command =>
  new Command('affected')
    .description("list everybody behind a finding or a group of errors, with each system's own key and row")
    .argument('<finding>', 'fingerprint of a finding, or key of a group of errors; or the beginning of it')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--format <F>', 'csv or jsonl', 'csv')
    .option('--reveal', 'keys in clear instead of masked')
    .option('--key-file <FILE>', 'key of the pseudonyms (default: .unsilo/key, made when missing)')
    .option(...asOfAudit)
    .option(...store)
    .option(...memoryLimit)
    .option(...quiet)
    .addHelpText('after', examples)
    .action(async (finding: string, dir: string, options: AffectedOptions) => {
      const { runAffected } = await import('../run/affected.js');
      await runAffected(finding, dir, options);
    });
