import { type Classified, classifyFiles } from '../../app/classify/index.js';
import { countUnknown } from '../../app/classify/unknown.js';
import { UsageError } from '../../model/errors.js';
import { createCsvLines, createJsonLines, csvHead, type RenderRow } from '../../report/classify/rows.js';
import { createTableLines, tableHead } from '../../report/classify/table.js';
import { renderUnknown } from '../../report/classify/unknown.js';
import { maskPersons } from '../../text/mask-addresses.js';
import { parseFormat } from '../format-option.js';
import { assertWritable, writeOut, writeWhole } from '../output.js';
import { createProgress, type Progress } from '../progress.js';

/** What was typed. */
export interface ClassifyOptions {
  readonly column?: string;
  readonly format: string;
  readonly unknown?: string | true;
  readonly rules?: readonly string[];
  readonly reveal?: boolean;
  readonly quiet?: boolean;
}

interface Style {
  readonly head: string;
  readonly row: RenderRow;
}

const styles = {
  jsonl: (): Style => ({ head: '', row: createJsonLines() }),
  csv: (): Style => ({ head: csvHead, row: createCsvLines() }),
  table: (): Style => ({ head: tableHead, row: createTableLines(process.stdout.columns ?? 100) }),
} as const;
const formats = ['jsonl', 'csv', 'table'] as const;

/** Tells how many lines are done. */
async function* counted(
  all: AsyncIterable<readonly Classified[]>,
  { stage }: Progress,
): AsyncGenerator<readonly Classified[]> {
  let rows = 0;
  stage('classifying', undefined, () => ({ share: null, rows, at: [] }));
  for await (const some of all) {
    rows += some.length;
    yield some;
  }
}

async function* render(
  all: AsyncIterable<readonly Classified[]>,
  { head, row }: Style,
  reveal: boolean,
): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const some of all) {
    let text = '';
    for (const { input, found } of some) text += row(reveal ? input : maskPersons(input), found);
    yield text;
  }
}

async function write(file: string, chunks: AsyncIterable<string>): Promise<void> {
  if (file !== '') return writeWhole(file, chunks);
  for await (const chunk of chunks) if (!(await writeOut(chunk))) return;
}

function readCount(typed: string | true): number {
  if (typed === true) return 20;
  if (/^[1-9]\d{0,4}$/.test(typed)) return Number(typed);
  throw new UsageError({
    message: '--unknown is no such number',
    value: typed,
    expected: '1 to 99999',
    tips: [`behind the files it needs none: unsilo classify ${typed} --unknown`],
  });
}

async function* once(text: Promise<string>): AsyncGenerator<string> {
  yield await text;
}

/** Classifies what files and standard input hold. */
export async function runClassify(files: readonly string[], typed: ClassifyOptions): Promise<void> {
  const { format, file } = parseFormat(typed.format, formats);
  if (file !== '') await assertWritable(file);
  const most = typed.unknown === undefined ? undefined : readCount(typed.unknown);
  if (files.length === 0 && process.stdin.isTTY)
    throw new UsageError({
      message: 'there is nothing to classify',
      expected: 'files, or lines on standard input',
      tips: ['unsilo classify bounces.log'],
    });
  const request = {
    files: files.length === 0 ? ['-'] : files,
    rules: typed.rules ?? [],
    ...(typed.column !== undefined && { column: typed.column }),
  };
  // Lines that go past in the same terminal say enough.
  const isSeen = file === '' && process.stdout.isTTY && most === undefined;
  const progress = createProgress(typed.quiet === true || isSeen || !process.stderr.isTTY);
  const all = counted(classifyFiles(request, process.stdin), progress);
  const chunks =
    most === undefined
      ? render(all, styles[format](), typed.reveal ?? false)
      : once(countUnknown(all, most).then(renderUnknown));
  await write(file, chunks).finally(progress.done);
}
