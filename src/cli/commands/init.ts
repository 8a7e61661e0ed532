import { Command } from 'commander';

/** `unsilo init`: the definition only. */
export const initCommand = (): Command =>
  new Command('init')
    .description('write unsilo.yaml from the files found in a folder')
    .argument('[dir]', 'folder of the exports', '.')
    .action(async (dir: string) => {
      const { runInit } = await import('../run/init.js');
      await runInit(dir);
    });
