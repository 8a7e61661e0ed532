import { UsageError } from '../model/errors.js';
import { assertApart, parseFormat } from './format-option.js';
import type { LinkOptions } from './link-options.js';
import { assertWritable } from './output.js';

/** `csv`: the crosswalk; `text` and `json`: how it was made, or with --explain the pair. */
export interface LinkOutput {
  readonly format: 'csv' | 'text' | 'json';
  /** Without a file to stdout. */
  readonly file?: string;
}

/** Where everything goes. */
export interface LinkOutputs {
  readonly outputs: readonly LinkOutput[];
  /** Words for the person at the keyboard, beside data on stdout. */
  readonly toldOnStderr: boolean;
}

const formats = ['csv', 'text', 'json'] as const;

function parseOutput(typed: string): LinkOutput {
  const { format, file } = parseFormat(typed, formats);
  return { format, ...(file !== '' && { file }) };
}

/** With nothing said the crosswalk; where it goes elsewhere, or something was asked, words. */
function usual(typed: LinkOptions): LinkOutput {
  const isAsked = [typed.out, typed.explain, typed.review, typed.answers].some((one) => one !== undefined);
  return { format: isAsked ? 'text' : 'csv' };
}

function assertPair({ explain }: LinkOptions, outputs: readonly LinkOutput[]): void {
  if (explain === undefined) return;
  if (explain.length !== 2)
    throw new UsageError({
      message: `--explain names ${explain.length} records`,
      expected: 'two: --explain A B',
      tips: ['give the files before --explain'],
    });
  if (outputs.some(({ format, file }) => format === 'csv' && file === undefined))
    throw new UsageError({ message: '--explain has no csv', expected: '--format text or --format json' });
}

/** Where everything goes, each place writable; checked before any work. */
export async function checkLinkOutputs(typed: LinkOptions): Promise<LinkOutputs> {
  const given = (typed.format ?? []).map(parseOutput);
  const crosswalk: LinkOutput[] = typed.out === undefined ? [] : [{ format: 'csv', file: typed.out }];
  const outputs = [...(given.length > 0 ? given : [usual(typed)]), ...crosswalk];
  const others = [typed.links, typed.review].filter((file) => file !== undefined);
  assertPair(typed, outputs);
  const places = [...outputs.map(({ file }) => file), ...others];
  assertApart('outputs', places, 'name a file: --out crosswalk.csv, --format json=summary.json');
  const files = [...outputs.flatMap(({ file }) => file ?? []), ...others];
  for (const file of files) await assertWritable(file);
  return { outputs, toldOnStderr: outputs.every(({ format }) => format === 'csv') };
}
