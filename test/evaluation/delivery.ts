import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

/**
 * Holds `unsilo classify` against labelled lines and mails. Usage: `npm run evaluate:delivery -- DATA_FOLDER`, with
 * `delivery/{lines.tsv,expected.tsv,mails}` in it. Lines are given as text alone and with their codes; a mail's
 * recipients by their place in it. Without the folder it says so and ends.
 */
type Row = Readonly<Record<string, string>>;
interface Answer {
  readonly input: string;
  readonly reason: string;
  readonly family: string;
  readonly permanence: string;
}

const unsilo = join(import.meta.dirname, '../../bin/unsilo.js');

async function readTsv(file: string): Promise<Row[]> {
  const [header = '', ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const names = header.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])));
}

async function classify(args: readonly string[], input = ''): Promise<Answer[]> {
  const { stdout } = await execa('node', [unsilo, 'classify', ...args], { input, maxBuffer: 1 << 28 });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Answer]));
}

const percent = (part: number, of: number): string => `${((100 * part) / Math.max(of, 1)).toFixed(1)} %`;

/** Prints shares of rows that are right; an answer that is not there is wrong. */
function tell(name: string, rows: readonly Row[], answers: readonly (Answer | undefined)[]): void {
  const pairs = rows.map((row, i) => ({ row, answer: answers[i] }));
  const right = (of: typeof pairs, column: 'reason' | 'family' | 'permanence') =>
    percent(of.filter(({ row, answer }) => answer?.[column] === row[column]).length, of.length);
  const judged = pairs.filter(({ row }) => row.permanence !== '');
  const open = pairs.filter(
    ({ row, answer }) =>
      row.reason !== 'unclassified' && (answer?.reason ?? 'unclassified') === 'unclassified',
  );
  console.log(
    `${name.padEnd(22)} ${rows.length} rows: reason ${right(pairs, 'reason')}, family ${right(pairs, 'family')}, permanence ${right(judged, 'permanence')} of ${judged.length}, unclassified ${percent(open.length, rows.length)}`,
  );
}

async function evaluateLines(folder: string): Promise<void> {
  const file = join(folder, 'lines.tsv');
  const rows = await readTsv(file);
  tell(
    'lines, text alone',
    rows,
    await classify([], `${rows.map(({ diagnostic }) => diagnostic).join('\n')}\n`),
  );
  tell('lines, with codes', rows, await classify([file, '--column', 'diagnostic']));
}

async function evaluateMails(folder: string): Promise<void> {
  const wanted = await readTsv(join(folder, 'expected.tsv'));
  const answers = await classify([join(folder, 'mails')]);
  const found = new Map(answers.map((answer) => [answer.input.split('/').at(-1)!, answer]));
  const bounces = wanted.filter(({ reason }) => reason !== 'not_a_bounce');
  tell(
    'mails',
    bounces,
    bounces.map(({ id = '' }) => found.get(id)),
  );
  const others = wanted.filter(({ reason }) => reason === 'not_a_bounce').map(({ file }) => file);
  const silent = others.filter((file) => !answers.some(({ input }) => input.includes(`/${file}#`)));
  console.log(
    `mails that are no bounce: ${silent.length} of ${others.length} give nothing; ${(await readdir(join(folder, 'mails'))).length} mails`,
  );
}

const folder = join(process.argv[2] ?? '', 'delivery');
if (process.argv[2] === undefined || !existsSync(folder)) {
  console.log(`there is no '${folder}': nothing was evaluated`);
} else {
  await evaluateLines(folder);
  await evaluateMails(folder);
}
