import { Command } from 'commander';
import { affectedCommand } from './commands/affected.js';
import { auditCommand } from './commands/audit.js';
import { baselineCommand } from './commands/baseline.js';
import { classifyCommand } from './commands/classify.js';
import { completeCommand, completionCommand } from './commands/completion.js';
import { contractCommand } from './commands/contract.js';
import { diffCommand, verifyCommand } from './commands/diff.js';
import { doctorCommand } from './commands/doctor.js';
import { exploreCommand } from './commands/explore.js';
import { gateCommand } from './commands/gate.js';
import { initCommand } from './commands/init.js';
import { intakeCommand } from './commands/intake.js';
import { linkCommand } from './commands/link.js';
import { mapCommand } from './commands/map.js';
import { preferencesCommand } from './commands/preferences.js';
import { explainCommand, rulesCommand, schemaCommand } from './commands/reference.js';
import { roadmapCommand } from './commands/roadmap.js';
import { triageCommand } from './commands/triage.js';
import { whyCommand } from './commands/why.js';
import { shareExamples } from './examples.js';
import type { Outcome } from './outcome.js';
import { readVersion } from './version.js';

const examples = `
Examples:
  $ unsilo init bank                         write bank/unsilo.yaml from the files found there
  $ unsilo audit bank                        the report in the terminal, exit code 1 at high or above
  $ unsilo audit bank --format html=bank.html --fail-on never
  $ unsilo affected 4f1d bank > persons.csv  everybody behind one finding
  $ unsilo triage bank                       which error first, who acts by when
  $ unsilo roadmap bank --format html=roadmap.html
  $ unsilo gate templates                    templates, before they are released
  $ unsilo explain preference/sent-after-opt-out

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.`;

/** Objections are thrown, and printed by `main` alone. */
function throwObjections(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => undefined });
  command.commands.forEach(throwObjections);
}

/** All commands. Nothing heavy is loaded until one of them runs. */
export function createProgram(outcome: Outcome): Command {
  const program = new Command('unsilo')
    .description('Audits how an organisation talks to its customers.')
    .version(readVersion(), '-V, --version', 'print the version')
    .option('--no-pager', 'write all at once where a pager would show it (UNSILO_PAGER, PAGER)')
    .helpOption('-h, --help', 'print help for a command')
    .helpCommand(false)
    .addHelpText('after', examples)
    .hook('preAction', async (_, command) => {
      if (command.optsWithGlobals().pager !== false) return;
      const { pageNothing } = await import('./pager.js');
      pageNothing();
    });
  program.commandsGroup('Begin:');
  program.addCommand(initCommand());
  program.addCommand(intakeCommand(outcome));
  program.addCommand(doctorCommand());
  program.commandsGroup('See what goes wrong:');
  program.addCommand(auditCommand(outcome));
  program.addCommand(exploreCommand(outcome));
  program.addCommand(affectedCommand());
  program.addCommand(mapCommand());
  program.addCommand(preferencesCommand());
  program.addCommand(linkCommand());
  program.commandsGroup('See why, and who acts:');
  program.addCommand(triageCommand(outcome));
  program.addCommand(whyCommand());
  program.addCommand(classifyCommand());
  program.commandsGroup('Change it, and prove the change:');
  program.addCommand(roadmapCommand(outcome));
  program.addCommand(diffCommand(outcome));
  program.addCommand(baselineCommand(outcome));
  program.addCommand(verifyCommand(outcome));
  program.commandsGroup('Release templates:');
  program.addCommand(gateCommand(outcome));
  program.addCommand(contractCommand(outcome));
  program.commandsGroup('Look up:');
  program.addCommand(rulesCommand(outcome));
  program.addCommand(explainCommand());
  program.addCommand(schemaCommand());
  program.addCommand(completionCommand());
  program.addCommand(completeCommand(), { hidden: true });
  shareExamples(program);
  throwObjections(program);
  return program;
}
