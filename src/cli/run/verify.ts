import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Given } from '../../app/read-past.js';
import { type Line, verify } from '../../app/verify.js';
import { printable } from '../../text/printable.js';
import { assertFolder } from '../checks.js';
import { writeOut } from '../output.js';
import { baselineFile, readGiven } from '../past.js';
import { createProgress } from '../progress.js';
import { runRequestOf, type StoreOptions } from '../run-request.js';
import { readVersion } from '../version.js';

export interface VerifyOptions extends StoreOptions {
  readonly baseline?: string;
  readonly against?: string;
}

/** SHA-256 of a file; undefined where there is none. */
async function hashFile(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

/** The baseline named, else the one beside unsilo.yaml where there is one. */
async function baselineOf(dir: string, { baseline }: VerifyOptions): Promise<Given | undefined> {
  if (baseline !== undefined) return readGiven('--baseline', baseline, dir, []);
  const usual = join(dir, baselineFile);
  const isThere = await access(usual).then(
    () => true,
    () => false,
  );
  return isThere ? readGiven('the baseline', usual, dir, []) : undefined;
}

/** One line of what was checked, for the person at the keyboard. */
export const renderLine = ({ agrees, what, detail }: Line): string =>
  `${agrees ? 'agrees ' : 'differs'}  ${printable(what)}${detail === undefined ? '' : `: ${printable(detail)}`}\n`;

/** Checks a report; 0 when everything agrees, 1 when something differs. */
export async function runVerify(report: string, dir: string, typed: VerifyOptions): Promise<number> {
  const given = await readGiven('the report', report, dirname(report), []);
  await assertFolder(dir);
  const { against } = typed;
  const baseline = await baselineOf(dir, typed);
  const progress = createProgress(typed.quiet ?? false);
  const request = {
    version: readVersion(),
    report: given,
    hash: (file: string) => hashFile(join(dir, file)),
    ...(baseline && { baseline }),
    ...(against !== undefined && { against: await readGiven('--against', against, dir, []) }),
    ...runRequestOf(dir, typed),
  };
  const agrees = await verify(request, progress.stage, async (lines) => {
    progress.done();
    await writeOut(lines.map(renderLine).join(''));
  }).finally(progress.done);
  await writeOut(
    agrees
      ? `\n${printable(report)} is what this version makes of these inputs\n`
      : `\n${printable(report)} is not what this version makes of these inputs\n`,
  );
  return agrees ? 0 : 1;
}
