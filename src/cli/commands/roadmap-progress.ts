import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { ProgressOptions } from '../run/roadmap-progress.js';
import { collect, withColours } from './run-options.js';

const examples = `
Examples:
  $ unsilo roadmap progress january.json april.json july.json roadmap.json
  $ unsilo roadmap progress snapshots/*.json --format terminal --format html=progress.html

Snapshots are JSON reports of unsilo audit, the plan is the JSON of unsilo roadmap; their order does not matter.`;

/** `unsilo roadmap progress`: the definition only. */
export const roadmapProgressCommand = (outcome: Outcome): Command =>
  withColours(new Command('progress'))
    .description('which initiatives took effect, measured over snapshots')
    .argument('<files...>', 'JSON reports of audits, and of roadmaps')
    .option(
      '--format <F[=FILE]>',
      'terminal, json, html or markdown, repeatable (default: terminal)',
      collect,
    )
    .option('--all', 'every initiative')
    .addHelpText('after', examples)
    // Options of the same name are taken by the command above.
    .action(async (files: string[], _: ProgressOptions, command: Command) => {
      const { runRoadmapProgress } = await import('../run/roadmap-progress.js');
      outcome.exitCode = await runRoadmapProgress(files, command.optsWithGlobals<ProgressOptions>());
    });
