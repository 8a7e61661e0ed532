import { Command } from 'commander';
import type { MapOptions } from '../run/map.js';
import { asOf, collect, memoryLimit, quiet, store } from './run-options.js';

const examples = `
Examples:
  $ unsilo map bank                                       in words and tables
  $ unsilo map bank --format html=map.html --format svg=map.svg
  $ unsilo map bank --path "Mobile app" mortgage-core --field contact.email
  $ unsilo map bank --reach crm --within 24h
  $ unsilo map bank --impact composer --format svg=impact.svg
  $ unsilo map bank --feedback
  $ unsilo map bank --collected preference.consent.sms
  $ unsilo map bank --finding 4f1d --format svg=finding.svg
  $ unsilo map bank --coupling --format svg=coupling.svg
  $ unsilo map bank --focus crm --depth 2 --format dot=crm.dot
  $ unsilo map bank --collapse silo --format mermaid=silos.mmd --format csv=tables`;

/** `unsilo map`: the definition only. */
export const mapCommand = (): Command =>
  new Command('map')
    .description('the ecosystem as a graph: pictures of it, questions to it, files for other tools')
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .optionsGroup('Questions (systems by id or name):')
    .option('--path <A B...>', 'how something gets from one system to another, or where the way breaks')
    .option('--reach <A>', 'what hears of a change in a system, and when')
    .option('--within <T>', 'with --reach: only within this time, 24h, 90min, 2d or PT24H')
    .option('--field <F>', 'with --path and --reach: only over flows that carry this field')
    .option('--impact <A>', 'what fails with a system, which communications, how many persons')
    .option('--feedback', 'which outcomes come back to those who must know')
    .option('--collected <F>', 'who asks for a field, who keeps it, who tells whom')
    .option('--finding <ID>', 'the way a finding is about, by the beginning of its fingerprint')
    .option('--coupling', 'whether the declared silos match how systems exchange data')
    .optionsGroup('Part of the map:')
    .option('--focus <A>', 'a system or a silo and what is around it')
    .option('--depth <N>', 'with --focus: so many flows away, in either direction', '1')
    .option('--collapse <WHAT>', 'silo: every silo as one system')
    .option('--picture <P>', 'silos, systems, matrix or heat: what svg shows (default: what fits)')
    .optionsGroup('Output:')
    .option(
      '--format <F[=FILE]>',
      'text, json, svg; of the map also html, dot, mermaid, graphml, csv=FOLDER; repeatable (default: text)',
      collect,
    )
    .option('--out <DIR>', 'folder for the files')
    .optionsGroup('Run:')
    .option(...asOf)
    .option(...store)
    .option(...memoryLimit)
    .option(...quiet)
    .addHelpText('after', examples)
    .action(async (dir: string, options: MapOptions) => {
      const { runMap } = await import('../run/map.js');
      await runMap(dir, options);
    });
