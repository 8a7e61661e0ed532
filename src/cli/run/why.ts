import { type WhyRequest, why } from '../../app/why/index.js';
import { UsageError } from '../../model/errors.js';
import type { WhyReport } from '../../model/why.js';
import { renderWhy } from '../../report/why/text.js';
import { escapeJson } from '../../text/escape-json.js';
import { assertMemorySize, assertRecordFile } from '../checks.js';
import { assertApart, parseFormat } from '../format-option.js';
import { assertWritable, writeOut, writeWhole } from '../output.js';
import { withPassingFolder } from '../passing-folder.js';
import { createProgress } from '../progress.js';
import type { WhyOptions } from '../why-options.js';

interface Output {
  readonly format: 'text' | 'json';
  /** Without a file to stdout. */
  readonly file?: string;
}

async function checkOutputs(typed: readonly string[] = ['text']): Promise<Output[]> {
  const outputs = typed.map((one): Output => {
    const { format, file } = parseFormat(one, ['text', 'json'] as const);
    return { format, ...(file !== '' && { file }) };
  });
  assertApart(
    'outputs',
    outputs.map(({ file }) => file),
    '--format json=why.json',
  );
  for (const { file } of outputs) if (file !== undefined) await assertWritable(file);
  return outputs;
}

function readNumber(option: string, typed: string, least: number, most: number): number {
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError({
    message: `${option} is no such number`,
    value: typed,
    expected: `${least} to ${most}`,
  });
}

/** Errors of a total, or an amount with its forecast: one of them, and whole. */
function assertMeasure({ errors, total, previousErrors, amount, forecast }: WhyOptions): void {
  if ((amount === undefined) !== (forecast === undefined))
    throw new UsageError({ message: '--amount and --forecast go together' });
  const counts = [errors, total, previousErrors].some((name) => name !== undefined);
  if (amount !== undefined && counts)
    throw new UsageError({
      message: '--amount and --errors ask for different things',
      expected: 'errors with a total, or an amount with a forecast',
    });
  if (amount === undefined && errors === undefined)
    throw new UsageError({
      message: 'nothing to explain was named',
      expected: '--errors COLUMN, or --amount COLUMN --forecast COLUMN',
    });
}

async function readRequest(file: string, typed: WhyOptions): Promise<Omit<WhyRequest, 'folder'>> {
  await assertRecordFile('', file);
  const { errors, total, previousErrors, previousTotal, amount, forecast, by, memoryLimit } = typed;
  assertMeasure(typed);
  if ((previousErrors === undefined) !== (previousTotal === undefined))
    throw new UsageError({ message: '--previous-errors and --previous-total go together' });
  return {
    file,
    layers: readNumber('--layers', typed.layers, 1, 4),
    leastErrors: readNumber('--least', typed.least, 1, 1_000_000),
    ...(errors !== undefined && { errors }),
    ...(total !== undefined && { total }),
    ...(amount !== undefined && { amount }),
    ...(forecast !== undefined && { forecast }),
    ...(previousErrors !== undefined && { previousErrors }),
    ...(previousTotal !== undefined && { previousTotal }),
    ...(by !== undefined && { by: by.split(',').map((name) => name.trim()) }),
    ...(memoryLimit !== undefined && { memoryLimit: assertMemorySize(memoryLimit) }),
  };
}

const render = (report: WhyReport, { format, file }: Output): string =>
  format === 'json'
    ? `${escapeJson(JSON.stringify(report, null, 2))}\n`
    : renderWhy(report, file === undefined ? (process.stdout.columns ?? 100) : 100);

/** Says why errors happen, by a table of counts. */
export async function runWhy(file: string, typed: WhyOptions): Promise<void> {
  const outputs = await checkOutputs(typed.format);
  const request = await readRequest(file, typed);
  const progress = createProgress(typed.quiet ?? false);
  try {
    const report = await withPassingFolder(typed.store, 'why', (folder) =>
      why({ ...request, folder }, progress.stage),
    );
    progress.done();
    for (const output of outputs) {
      const text = render(report, output);
      await (output.file === undefined ? writeOut(text) : writeWhole(output.file, text));
    }
  } finally {
    progress.done();
  }
}
