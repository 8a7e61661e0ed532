import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { DiffOptions } from '../run/diff.js';
import type { VerifyOptions } from '../run/verify.js';
import { memoryLimit, quiet, store } from './run-options.js';

const diffExamples = `
Examples:
  $ unsilo diff march.json june.json
  $ unsilo diff main.json branch.json --format markdown --fail-on-new`;

/** `unsilo diff`: the definition only. */
export const diffCommand = (outcome: Outcome): Command =>
  new Command('diff')
    .description('what is new, worse, fixed or out of sight between two snapshots')
    .argument('<before>', 'JSON report of the earlier run')
    .argument('<after>', 'JSON report of the later run')
    .option('--format <F>', 'terminal, json or markdown', 'terminal')
    .option('--fail-on-new', 'exit code 1 when an open finding is new, worse or looked at for the first time')
    .addHelpText('after', diffExamples)
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { runDiff } = await import('../run/diff.js');
      outcome.exitCode = await runDiff(before, after, options);
    });

const verifyExamples = `
Examples:
  $ unsilo verify snapshot.json bank
  $ unsilo verify snapshot.json bank --against last-night.json`;

/** `unsilo verify`: the definition only. */
export const verifyCommand = (outcome: Outcome): Command =>
  new Command('verify')
    .description('check a report against its inputs, and make it again')
    .argument('<report>', 'JSON report')
    .argument('[dir]', 'folder with unsilo.yaml and the inputs', '.')
    .option('--baseline <FILE>', 'the baseline of that run (default: unsilo.baseline.yaml in the folder)')
    .option('--against <SNAPSHOT>', 'the snapshot that run was compared with')
    .option(...store)
    .option(...memoryLimit)
    .option(...quiet)
    .addHelpText('after', verifyExamples)
    .action(async (report: string, dir: string, options: VerifyOptions) => {
      const { runVerify } = await import('../run/verify.js');
      outcome.exitCode = await runVerify(report, dir, options);
    });
