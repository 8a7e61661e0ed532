import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WhyRequest, why } from '../../app/why/index.js';
import { UsageError } from '../../model/errors.js';
import type { WhyReport } from '../../model/why.js';
import { renderWhy } from '../../report/why/text.js';
import { escapeJson } from '../../text/escape-json.js';
import { assertMemorySize, assertRecordFile } from '../checks.js';
import { assertApart, parseFormat } from '../format-option.js';
import { assertWritable, writeOut, writeWhole } from '../output.js';
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

async function readRequest(file: string, typed: WhyOptions): Promise<Omit<WhyRequest, 'folder'>> {
  await assertRecordFile('', file);
  const { errors, total, previousErrors, previousTotal, by, memoryLimit } = typed;
  if ((previousErrors === undefined) !== (previousTotal === undefined))
    throw new UsageError({ message: '--previous-errors and --previous-total go together' });
  return {
    file,
    errors,
    layers: readNumber('--layers', typed.layers, 1, 4),
    leastErrors: readNumber('--least', typed.least, 1, 1_000_000),
    ...(total !== undefined && { total }),
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
  const parent = typed.store ?? tmpdir();
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'unsilo-why-'));
  const progress = createProgress(typed.quiet ?? false);
  try {
    const report = await why({ ...request, folder }, progress.stage);
    progress.done();
    for (const output of outputs) {
      const text = render(report, output);
      await (output.file === undefined ? writeOut(text) : writeWhole(output.file, text));
    }
  } finally {
    progress.done();
    await rm(folder, { recursive: true, force: true });
  }
}
