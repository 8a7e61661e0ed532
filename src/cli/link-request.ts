import { type LinkFilesRequest, linkRoles, roleOf, type TypedRole } from '../app/link/index.js';
import { UsageError } from '../model/errors.js';
import { didYouMean } from '../text/nearest.js';
import { assertMemorySize, assertRecordFile } from './checks.js';
import type { LinkOptions } from './link-options.js';

function parseRole(typed: string): TypedRole {
  const at = typed.indexOf('=');
  const [name, column] = [typed.slice(0, Math.max(at, 0)).trim(), typed.slice(at + 1).trim()];
  if (at < 1 || column === '')
    throw new UsageError({
      message: '--map is not ROLE=COLUMN',
      value: typed,
      expected: 'family_name=Surname',
    });
  const role = roleOf(name);
  if (role !== undefined) return { role, column };
  throw new UsageError({
    message: `unknown role '${name}'`,
    expected: linkRoles.join(', '),
    tips: didYouMean(name, linkRoles),
  });
}

function parseThreshold(typed: string): number {
  const value = /^[01](\.\d+)?$|^\.\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= 0.5 && value <= 1) return value;
  throw new UsageError({
    message: '--threshold is not a probability',
    value: typed,
    expected: '0.5 to 1, 0.9',
  });
}

async function assertFiles(files: readonly string[], typed: LinkOptions): Promise<void> {
  for (const file of files) await assertRecordFile('', file);
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice !== undefined)
    throw new UsageError({
      message: `'${twice}' is given twice`,
      tips: ['one file is searched for persons it holds twice'],
    });
  if (typed.linkOnly && files.length < 2)
    throw new UsageError({
      message: '--link-only needs records of two files',
      expected: 'two files or more',
    });
  const stray = typed.deduplicated?.find((file) => !files.includes(file));
  if (stray !== undefined)
    throw new UsageError({
      message: `--deduplicated ${stray} is none of the files`,
      expected: `one of ${files.join(', ')}`,
    });
  if (typed.known !== undefined) await assertRecordFile('--known: ', typed.known);
  if (typed.answers !== undefined) await assertRecordFile('--answers: ', typed.answers);
}

/** What was typed, checked before any work; the folder for spilling is the caller's. */
export async function readLinkRequest(
  files: readonly string[],
  typed: LinkOptions,
): Promise<Omit<LinkFilesRequest, 'folder'>> {
  await assertFiles(files, typed);
  const { known, answers, threshold, memoryLimit } = typed;
  return {
    files,
    mapped: (typed.map ?? []).map(parseRole),
    ignored: typed.ignore ?? [],
    linkOnly: typed.linkOnly ?? false,
    deduplicated: typed.deduplicated ?? [],
    ...(threshold !== undefined && { threshold: parseThreshold(threshold) }),
    ...(known !== undefined && { known }),
    ...(answers !== undefined && { answers }),
    ...(memoryLimit !== undefined && { memoryLimit: assertMemorySize(memoryLimit) }),
  };
}
