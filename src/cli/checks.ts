import { stat } from 'node:fs/promises';
import { namesBeside } from '../app/names-beside.js';
import { UsageError } from '../model/errors.js';
import { didYouMean } from '../text/nearest.js';
import { parseSize } from '../text/sizes.js';

/** The value, if it is one of the choices; else an error with the nearest. */
export function assertChoice<T extends string>(what: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UsageError({
    message: `unknown ${what} '${value}'`,
    expected: choices.join(', '),
    tips: didYouMean(value, choices),
  });
}

/** The folder must be there; what is in it, the sources say. */
export async function assertFolder(
  dir: string,
  expected = 'the folder that holds unsilo.yaml',
): Promise<void> {
  const found = await stat(dir).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new UsageError({
    message: found ? `'${dir}' is not a folder` : `there is no folder '${dir}'`,
    expected,
    ...(!found && { tips: await namesBeside(dir, (entry) => entry.isDirectory()) }),
  });
}

/** A file of records must be there; `what` says whose it is. */
export async function assertRecordFile(what: string, file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found && !found.isDirectory()) return;
  throw new UsageError({
    message: `${what}${found ? `'${file}' is a folder` : `there is no file '${file}'`}`,
    expected: 'a CSV, Parquet, JSON lines or .xlsx file',
  });
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** `2026-02-30` is in no calendar, yet `Date` takes it for the 2nd of March. */
const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** An instant of the command line as RFC 3339 in UTC. */
export function normaliseInstant(option: string, value: string): string {
  const stands = instant.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
  if (stands) return new Date(value).toISOString();
  throw new UsageError({
    message: `${option} is not an instant`,
    value,
    expected: 'RFC 3339 with zone, 2026-03-31T23:59:59Z',
  });
}

/** Below this the engine cannot even read a file. */
const leastMemory = '128MB';

/** A memory size as the engine reads it, enough to work with. */
export function assertMemorySize(value: string): string {
  const bytes = parseSize(value);
  if (bytes === undefined)
    throw new UsageError({ message: '--memory-limit is not a size', value, expected: '512MB, 4GB, 1.5GiB' });
  if (bytes < parseSize(leastMemory)!)
    throw new UsageError({
      message: '--memory-limit is too small to work with',
      value,
      expected: `at least ${leastMemory}`,
    });
  return value;
}
