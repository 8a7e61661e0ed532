import { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import type { QuestionOptions, ReadOptions, WriteOptions } from '../run/intake.js';
import { color, noColor, withRunOptions } from './run-options.js';

const examples = `
Examples:
  $ unsilo intake                              an empty workbook, intake.xlsx, to begin with
  $ unsilo intake bank --language fa           one with what bank/unsilo.yaml knows already, in Persian
  $ unsilo intake questions bank               who has to answer what
  $ unsilo intake questions filled.xlsx --format markdown > questions.md
  $ unsilo intake read filled.xlsx --out bank  the filled workbook as CSV files

unsilo intake write --help lists the options of the workbook.

A filled workbook needs no reading: unsilo.yaml takes it as it is, all sheets at once:
  sources:
    - { table: intake, file: filled.xlsx }`;

const language = ['--language <L>', 'en, ar or fa', 'en'] as const;

const writeCommand = (): Command =>
  withRunOptions(new Command('write'))
    .description('write the workbook: what is known, what is open, drop-downs for the rest (default)')
    .argument('[dir]', 'folder; with unsilo.yaml in it the workbook begins with what that knows', '.')
    .option('--out <FILE>', 'the workbook (default: intake.xlsx in the folder)')
    .option(...language)
    .option('--empty', 'without what is known already')
    .option('--force', 'write over a workbook that is there')
    .action(async (dir: string, options: WriteOptions) => {
      const { runWrite } = await import('../run/intake.js');
      await runWrite(dir, options);
    });

const questionsCommand = (): Command =>
  withRunOptions(new Command('questions'))
    .description('what is missing or contradicts the records, by owner')
    .argument('[place]', 'folder with unsilo.yaml, or a workbook', '.')
    .option('--format <F>', 'terminal, markdown, csv or json', 'terminal')
    .option('--owner <NAME>', 'only what this owner is to answer, by id or name; none for nobody')
    .option(...language)
    .option(...color)
    .option(...noColor)
    .action(async (place: string, options: QuestionOptions) => {
      const { runQuestions } = await import('../run/intake.js');
      await runQuestions(place, options);
    });

const readCommand = (outcome: Outcome): Command =>
  new Command('read')
    .description('read a filled workbook into CSV files with canonical columns')
    .argument('<workbook>', 'the .xlsx file')
    .requiredOption('--out <DIR>', 'folder for the files')
    .action(async (workbook: string, options: ReadOptions) => {
      const { runRead } = await import('../run/intake.js');
      outcome.exitCode = await runRead(workbook, options);
    });

/** `unsilo intake`: the definition only. */
export const intakeCommand = (outcome: Outcome): Command =>
  new Command('intake')
    .description('collect the inventory in a workbook, read it back, list what is open')
    .helpCommand(false)
    .addHelpText('after', examples)
    .addCommand(writeCommand(), { isDefault: true })
    .addCommand(questionsCommand())
    .addCommand(readCommand(outcome));
