import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { ExploreOptions } from '../run/explore.js';
import { noColor, withRunOptions } from './run-options.js';

const examples = `
Examples:
  $ unsilo explore bank                                  everything an audit finds, to walk through
  $ unsilo explore bank --filter 'severity:critical silo:cards' --by-cause
  $ unsilo explore bank --open customer:crm:10004782     one customer
  $ unsilo explore snapshot.json                         a snapshot alone: findings, systems and flows

Press ? for the keys and q to quit. With INK_SCREEN_READER=true the line picked is written for a screen reader.`;

/** `unsilo explore`: the definition only. */
export const exploreCommand = (outcome: Outcome): Command =>
  withRunOptions(new Command('explore'))
    .description('walk through findings, systems and customers in the terminal')
    .argument('[path]', 'folder with unsilo.yaml, or a snapshot: JSON report of an audit', '.')
    .option(
      '--open <PAGE>',
      'overview, findings, systems, errors, initiatives, marks; or system:ID, finding:ID …',
    )
    .option('--filter <QUERY>', "findings to begin with, as after /: 'severity:high pack:flow mortgage'")
    .option('--sort <KEY>', 'harm, persons, messages, due, rule or subject', 'harm')
    .option('--by-cause', 'findings under their causes')
    .option('--baseline <FILE>', 'where acceptances stand (default: unsilo.baseline.yaml beside the rest)')
    .option('--against <SNAPSHOT>', 'JSON report of an earlier run: says what is new, worse or back')
    .option('--key-file <FILE>', 'key of the pseudonyms (default: .unsilo/key, made when missing)')
    .option(...noColor)
    .addHelpText('after', examples)
    .action(async (path: string, options: ExploreOptions) => {
      const { runExplore } = await import('../run/explore.js');
      outcome.exitCode = await runExplore(path, options);
    });
