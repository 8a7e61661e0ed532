import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { RoadmapOptions } from '../run/roadmap.js';
import { roadmapProgressCommand } from './roadmap-progress.js';
import { collect, withColours, withRunOptions } from './run-options.js';

const examples = `
Examples:
  $ unsilo roadmap bank                              what to change first, wave by wave
  $ unsilo roadmap bank --out roadmap                every document: page, slides, workbook, Jira import
  $ unsilo roadmap bank --format html=roadmap.html --title "Roadmap 2027" --logo logo.svg
  $ unsilo roadmap bank --out reference --anonymise  to show elsewhere: nothing by its name
  $ unsilo roadmap bank --changes 5 --latency P1D
  $ unsilo roadmap bank --budget 12 --max-latency P2D
  $ unsilo roadmap bank --apply future.yaml          what changes of your own would mend
  $ unsilo roadmap bank --apply 'add_flow:crm>mailer' --apply hub:crm
                                                     what proposed initiatives would mend together

Exit codes: 0 every wave is confirmed by its audit, 1 one is not, 2 could not run.`;

/** `unsilo roadmap`: the definition only. */
export const roadmapCommand = (outcome: Outcome): Command =>
  withRunOptions(
    withColours(new Command('roadmap'))
      .description('what to change, in which order, proven by an audit of each step')
      .argument('[dir]', 'folder with unsilo.yaml', '.')
      .option('--changes <N>', 'changes in the option that fixes most persons', '3')
      .option('--latency <DURATION>', 'of flows yet to be built, ISO 8601', 'PT1H')
      .option(
        '--findings <FILE>',
        'findings of a workshop that join in, YAML (default: findings.yaml of the folder, if there is one)',
      )
      .option('--budget <N>', 'effort that the option that fixes most persons may take')
      .option('--max-latency <DURATION>', 'choices must arrive within it to count, not just as agreed')
      .option(
        '--apply <FILE|ID>',
        'try changes of your own, YAML, or initiatives by id, instead of planning; repeatable',
        collect,
      )
      .option(
        '--format <F[=FILE]>',
        'terminal, json, html, markdown, csv, jira, pptx or xlsx, repeatable (default: terminal)',
        collect,
      )
      .option('--out <DIR>', 'folder for every document at once')
      .option('--title <TEXT>', "of the documents, instead of the ecosystem's name")
      .option('--author <TEXT>', 'who signs them')
      .option('--logo <FILE>', 'PNG or SVG on them')
      .option('--anonymise', 'neutral names for systems, silos, owners and files, in every format')
      .option('--all', 'every initiative'),
  )
    .addHelpText('after', examples)
    .addCommand(roadmapProgressCommand(outcome))
    .action(async (dir: string, options: RoadmapOptions) => {
      const { runRoadmap } = await import('../run/roadmap.js');
      outcome.exitCode = await runRoadmap(dir, options);
    });
