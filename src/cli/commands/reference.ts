import { Command } from 'commander';
import type { Outcome } from '../outcome.js';

/** `unsilo rules`: the definition only. */
export function rulesCommand(outcome: Outcome): Command {
  const list = new Command('list')
    .description('every rule, one a line')
    .argument('[dir]', 'folder of packs (default: the packs of unsilo)')
    .option('--format <format>', 'text, json or markdown', 'text')
    .action(async (dir: string | undefined, { format }: { format: string }) => {
      const { runRulesList } = await import('../run/rules.js');
      await runRulesList(dir, format);
    });
  const test = new Command('test')
    .description('run the cases of every rule')
    .argument('[dir]', 'folder of packs (default: the packs of unsilo)')
    .action(async (dir?: string) => {
      const { runRulesTest } = await import('../run/rules.js');
      outcome.exitCode = await runRulesTest(dir);
    });
  return new Command('rules')
    .description('list or test rule packs')
    .helpCommand(false)
    .addCommand(list)
    .addCommand(test);
}

/** `unsilo explain`: the definition only. */
export const explainCommand = (): Command =>
  new Command('explain')
    .description('what a rule finds, why it matters, how to fix it')
    .argument('<rule>', 'id, code or retired name')
    .action(async (rule: string) => {
      const { runExplain } = await import('../run/rules.js');
      await runExplain(rule);
    });

/** `unsilo schema`: the definition only. */
export const schemaCommand = (): Command =>
  new Command('schema')
    .description('JSON Schema of a table, the report, unsilo.yaml or a rule')
    .argument('[name]', '`list` for all names', 'list')
    .action(async (name: string) => {
      const { runSchema } = await import('../run/schema.js');
      await runSchema(name);
    });
