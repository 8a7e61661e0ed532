import { Command } from 'commander';
import type { DoctorOptions } from '../run/doctor.js';
import { asOf, color, memoryLimit, noColor, quiet, store } from './run-options.js';

const examples = `
Examples:
  $ unsilo doctor bank
  $ unsilo doctor bank --format json`;

/** `unsilo doctor`: the definition only. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description(
      'what limits this audit: data that is missing, what it would unlock, settings without effect',
    )
    .argument('[dir]', 'folder with unsilo.yaml', '.')
    .option('--format <F>', 'terminal or json', 'terminal')
    .option(...asOf)
    .option(...store)
    .option(...memoryLimit)
    .option(...color)
    .option(...noColor)
    .option(...quiet)
    .addHelpText('after', examples)
    .action(async (dir: string, options: DoctorOptions) => {
      const { runDoctor } = await import('../run/doctor.js');
      await runDoctor(dir, options);
    });
