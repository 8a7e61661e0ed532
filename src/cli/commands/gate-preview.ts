import { Command } from 'commander';
import { UsageError } from '../../model/errors.js';
import type { Outcome } from '../outcome.js';
import type { PreviewOptions } from '../run/gate-preview.js';

const examples = `
Examples:
  $ unsilo gate preview welcome --out welcome.html
  $ unsilo gate preview otp emails sms --locale fa --sample otp.json --out otp.html`;

/** What a preview heeds of the options that `gate` has too. */
const heeded = new Set(['config', 'contract', 'out', 'quiet', 'color']);

/** Throws a UsageError for an option of `gate` that a preview would pass over. */
function assertHeeded(gate: Command): void {
  const other = gate.options.find(
    (option) =>
      !heeded.has(option.attributeName()) && gate.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (other)
    throw new UsageError({
      message: `${other.long} is an option of unsilo gate, not of its preview`,
      expected: 'a page in HTML is written: --out, --locale, --sample, --config, --contract',
    });
}

/** `unsilo gate preview`: the definition only. Options that `gate` has too are taken by it, wherever they stand. */
export const gatePreviewCommand = (outcome: Outcome): Command =>
  new Command('preview')
    .description('show a message as its readers get it, on a page that loads nothing and runs nothing')
    .argument('<message>', 'name of the message, as findings give it')
    .argument('[paths...]', 'files and folders with templates (default: the folder at hand)')
    .option('--locale <LOCALE>', 'only this locale: en, pt-BR')
    .option('--sample <FILE>', 'JSON with what the sender hands over; without it fields stand as ‹name›')
    .option('--out <FILE>', 'file to write (default: stdout)')
    .option('--config <FILE>', 'an unsilo.yaml (default: the nearest one at or above the first path)')
    .option(
      '--contract <FILE>',
      'what templates may rely on (default: unsilo.contract.json beside unsilo.yaml)',
    )
    .addHelpText('after', examples)
    .action(async (message: string, paths: string[], _: PreviewOptions, command: Command) => {
      assertHeeded(command.parent!);
      const options: PreviewOptions = command.optsWithGlobals();
      const { runPreview } = await import('../run/gate-preview.js');
      outcome.exitCode = await runPreview(message, paths, options);
    });
