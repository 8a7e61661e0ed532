import { Command } from 'commander';
import { policyNames, severities } from '../../model/enums.js';
import type { Outcome } from '../outcome.js';
import type { AuditOptions } from '../run/audit.js';
import { asOf, collect, memoryLimit, quiet, store } from './run-options.js';

const examples = `
Examples:
  $ unsilo audit
  $ unsilo audit bank --show medium
  $ unsilo audit bank --out reports
  $ unsilo audit bank --format json=snapshot.json --format terminal --fail-on critical
  $ unsilo audit bank --format github --format sarif=unsilo.sarif --format junit=unsilo.xml
  $ unsilo audit bank --baseline --against last-night.json --fail-on-new
  $ unsilo audit bank --watch --show high
  $ unsilo audit bank --as-of 2026-03-31T23:59:59Z --strict --quiet

Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 could not run.`;

/** `unsilo audit`: the definition only. */
export function auditCommand(outcome: Outcome): Command {
  return new Command('audit')
    .description('find what makes communication go wrong, who is affected, and why')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .optionsGroup('Reports:')
    .option(
      '--format <F[=FILE]>',
      'terminal, json, html, markdown, csv, sarif, junit, github or gitlab, repeatable (default: terminal)',
      collect,
    )
    .option('--out <DIR>', 'folder for the files; alone it gets json and html')
    .option('--show <LEVEL>', 'lowest severity the terminal shows', 'info')
    .option('--color', 'colour the terminal report, whatever the environment says')
    .option('--no-color', 'do not colour it')
    .optionsGroup('Verdict:')
    .option('--fail-on <LEVEL>', `${severities.join(', ')} or never`, 'high')
    .option('--strict', 'fail on data-quality findings and on rules not evaluated')
    .option(...asOf)
    .option('--policy <NAME>', `${policyNames.join(', ')}: how choices come to one, instead of unsilo.yaml's`)
    .optionsGroup('Accepted and known:')
    .option(
      '--baseline [FILE]',
      'accepted findings do not fail (default: unsilo.baseline.yaml in the folder)',
    )
    .option('--against <SNAPSHOT>', 'JSON report of an earlier run: says what is new, worse, back or fixed')
    .option('--fail-on-new', 'fail only on what that snapshot did not know or knew less bad')
    .option('--today <DAY>', 'day on which it is decided what of the baseline has expired (default: today)')
    .optionsGroup('Run:')
    .option('--watch', 'again whenever something in the folder changes, until q or Ctrl-C')
    .option(...store)
    .option(...memoryLimit)
    .option(...quiet)
    .addHelpText('after', examples)
    .action(async (dir: string, options: AuditOptions) => {
      const { runAudit } = await import('../run/audit.js');
      outcome.exitCode = await runAudit(dir, options);
    });
}
