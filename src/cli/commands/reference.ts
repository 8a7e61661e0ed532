import { Command } from 'commander';
import type { Outcome } from '../outcome.js';

const place =
  'folder with unsilo.yaml, or of packs (default: the packs of unsilo, and your own if unsilo.yaml is here)';

const ruleExamples = `
Examples:
  $ unsilo rules list                        every rule, one a line
  $ unsilo rules list bank --format markdown > rules.md
  $ unsilo rules new bank/late-letters --dir bank/rules
  $ unsilo rules test bank/rules`;

const explainExamples = `
Examples:
  $ unsilo explain preference/sent-after-opt-out
  $ unsilo explain bank/late-letters bank    a rule of your own`;

const schemaExamples = `
Examples:
  $ unsilo schema                            all names
  $ unsilo schema preferences                the columns of a table
  $ unsilo schema unsilo.yaml > unsilo.schema.json
  $ unsilo schema sources sfmc-subscribers   how a vendor's files are read`;

/** `unsilo rules`: the definition only. */
export function rulesCommand(outcome: Outcome): Command {
  const list = new Command('list')
    .description('every rule, one a line')
    .argument('[dir]', place)
    .option('--format <format>', 'text, json or markdown', 'text')
    .action(async (dir: string | undefined, { format }: { format: string }) => {
      const { runRulesList } = await import('../run/rules.js');
      await runRulesList(dir, format);
    });
  const test = new Command('test')
    .description('run the cases of every rule')
    .argument('[dir]', place)
    .action(async (dir?: string) => {
      const { runRulesTest } = await import('../run/rules.js');
      outcome.exitCode = await runRulesTest(dir);
    });
  const begin = new Command('new')
    .description('begin a rule of your own: a folder whose cases pass')
    .argument('<pack/rule>', 'id of the rule, bank/late-letters')
    .option('--dir <DIR>', 'folder of your packs', 'rules')
    .action(async (id: string, { dir }: { dir: string }) => {
      const { runRulesNew } = await import('../run/rules-new.js');
      await runRulesNew(id, dir);
    });
  return new Command('rules')
    .description('list, begin or test rule packs')
    .helpCommand(false)
    .addHelpText('after', ruleExamples)
    .addCommand(begin)
    .addCommand(list)
    .addCommand(test);
}

/** `unsilo explain`: the definition only. */
export const explainCommand = (): Command =>
  new Command('explain')
    .description('what a rule finds, why it matters, how to fix it')
    .argument('<rule>', 'id, code or retired name')
    .argument('[dir]', 'folder with unsilo.yaml, whose own rules are known too (default: here)')
    .addHelpText('after', explainExamples)
    .action(async (rule: string, dir?: string) => {
      const { runExplain } = await import('../run/explain.js');
      await runExplain(rule, dir);
    });

/** `unsilo schema`: the definition only. */
export const schemaCommand = (): Command =>
  new Command('schema')
    .description('JSON Schema of a table, the report, unsilo.yaml or a rule; vendors known')
    .argument('[name]', '`list` for all names, `sources` for the vendors whose files are known', 'list')
    .argument('[mapping]', 'with `sources`: the mapping of one vendor to show')
    .addHelpText('after', schemaExamples)
    .action(async (name: string, mapping?: string) => {
      const { runSchema } = await import('../run/schema.js');
      await runSchema(name, mapping);
    });
