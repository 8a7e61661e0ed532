import { Command } from 'commander';

const examples = `
Examples:
  $ unsilo init                              of the files at hand
  $ unsilo init bank                         bank/unsilo.yaml, of the files in bank and below`;

/** `unsilo init`: the definition only. */
export const initCommand = (): Command =>
  new Command('init')
    .description('write unsilo.yaml from the files found in a folder')
    .argument('[dir]', 'folder of the exports', '.')
    .addHelpText('after', examples)
    .action(async (dir: string) => {
      const { runInit } = await import('../run/init.js');
      await runInit(dir);
    });
