import { Command } from 'commander';
import type { DoctorOptions } from '../run/doctor.js';

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
    .option('--as-of <T>', 'clock of the audit, RFC 3339 (default: newest time in the sources)')
    .option('--store <DIR>', 'folder of loaded sources (default: .unsilo in the ecosystem)')
    .option('--memory-limit <SIZE>', 'memory of the run before it spills, 4GB')
    .option('--color', 'colours also where the output is no terminal')
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress on stderr')
    .addHelpText('after', examples)
    .action(async (dir: string, options: DoctorOptions) => {
      const { runDoctor } = await import('../run/doctor.js');
      await runDoctor(dir, options);
    });
