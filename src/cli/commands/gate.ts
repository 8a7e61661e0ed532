import { Command } from 'commander';
import { severities } from '../../model/enums.js';
import type { Outcome } from '../outcome.js';
import type { GateOptions } from '../run/gate.js';
import { gatePreviewCommand } from './gate-preview.js';
import { collect, quiet, withColours } from './run-options.js';

const examples = `
Examples:
  $ unsilo gate
  $ unsilo gate emails sms --show medium
  $ unsilo gate --since origin/main --format github --format sarif=gate.sarif
  $ unsilo gate --release --baseline
  $ unsilo gate --against last.json --fail-on-new
  $ unsilo gate --contract unsilo.contract.json --format json=gate.json --format terminal

Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 could not run.`;

/** `unsilo gate`: the definition only. */
export const gateCommand = (outcome: Outcome): Command =>
  withColours(
    new Command('gate')
      .description('check templates before they are released: nothing goes out that cannot be honoured')
      .argument('[paths...]', 'files and folders with templates (default: the folder at hand)')
      .optionsGroup('Inputs:')
      .option('--config <FILE>', 'an unsilo.yaml (default: the nearest one at or above the first path)')
      .option(
        '--contract <FILE>',
        'what templates may rely on (default: unsilo.contract.json beside unsilo.yaml)',
      )
      .optionsGroup('Reports:')
      .option(
        '--format <F[=FILE]>',
        'terminal, json, markdown, csv, sarif, junit, github or gitlab, repeatable (default: terminal)',
        collect,
      )
      .option('--out <DIR>', 'folder for the files; alone it gets json')
      .option('--show <LEVEL>', 'lowest severity the terminal shows', 'low'),
  )
    .optionsGroup('Verdict:')
    .option('--fail-on <LEVEL>', `${severities.join(', ')} or never`, 'high')
    .option('--strict', 'fail on files not read and on rules not evaluated')
    .option(
      '--baseline [FILE]',
      'accepted findings do not fail (default: unsilo.baseline.yaml beside unsilo.yaml)',
    )
    .option('--against <FILE>', 'JSON report of an earlier gate: says what is new, worse or gone')
    .option('--fail-on-new', 'what --against knew, and what is no worse since, does not fail')
    .option(
      '--since <REV>',
      'only messages that differ from a commit of git, also through what they are made of',
    )
    .option('--release', 'say of every message whether it may go out; fail unless all are ready')
    .option('--today <DAY>', 'day on which it is decided what has expired (default: today)')
    .optionsGroup('Mending:')
    .option('--fix', 'mend what can be mended safely, and report what is left')
    .option('--fix-dry-run', 'print what --fix would change, as a diff; nothing is written')
    .option(...quiet)
    .addHelpText('after', examples)
    .addCommand(gatePreviewCommand(outcome))
    .action(async (paths: string[], options: GateOptions) => {
      const { runGate } = await import('../run/gate.js');
      outcome.exitCode = await runGate(paths, options);
    });
