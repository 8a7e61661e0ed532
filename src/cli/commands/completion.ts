import { Command } from 'commander';
import { shells } from '../completion/choices.js';

const examples = `
Examples:
  $ source <(unsilo completion bash)                  in ~/.bashrc
  $ source <(unsilo completion zsh)                   in ~/.zshrc, after compinit
  $ unsilo completion fish > ~/.config/fish/completions/unsilo.fish
  $ unsilo completion powershell | Out-String | Invoke-Expression`;

/** `unsilo completion`: the definition only. */
export const completionCommand = (): Command =>
  new Command('completion')
    .description('what lets your shell complete commands, options, rules and systems')
    .argument('<shell>', shells.join(', '))
    .addHelpText('after', examples)
    .action(async (shell: string) => {
      const { runCompletion } = await import('../run/completion.js');
      await runCompletion(shell);
    });

/** `unsilo __complete`: asked by the shell for the words typed so far. */
export const completeCommand = (): Command =>
  new Command('__complete').argument('[words...]').action(async (words: string[], _, command: Command) => {
    const { runComplete } = await import('../run/completion.js');
    await runComplete(words, command.parent!);
  });
