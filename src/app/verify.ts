import { parseSnapshot } from '../findings/history/read-snapshot.js';
import { UsageError } from '../model/errors.js';
import type { Manifest } from '../model/manifest.js';
import { type Report, reportSchema } from '../model/report.js';
import { json } from '../report/json.js';
import { audit } from './audit.js';
import { hashSeveral } from './hash-several.js';
import type { Given } from './read-past.js';
import type { Announce, RunRequest } from './run-stages.js';
import { compareReports, inputLines, type Line } from './verify-lines.js';

export type { Line } from './verify-lines.js';

export interface VerifyRequest extends RunRequest {
  readonly version: string;
  readonly report: Given;
  readonly baseline?: Given;
  readonly against?: Given;
  /** SHA-256 of a file of the ecosystem; undefined where there is none. */
  readonly hash: (file: string) => Promise<string | undefined>;
}

function assertGiven(needed: { file: string } | null, given: Given | undefined, option: string): void {
  if (needed === null || given) return;
  throw new UsageError({
    message: `the report was made with ${needed.file}`,
    expected: `the same file, with ${option}`,
  });
}

/** The run that a manifest describes. */
function runAgain(
  { manifest, verdict }: Report,
  request: VerifyRequest,
  announce: Announce,
): Promise<Report> {
  const { report: _, hash: __, baseline, against, ...run } = request;
  const { options } = manifest;
  const again = {
    ...run,
    asOf: manifest.as_of,
    show: options.show,
    strict: options.strict,
    failOn: verdict.fail_on,
    failOnNew: options.fail_on_new,
    ...(options.policy && { policy: options.policy }),
    ...(manifest.baseline && baseline && { baseline: { ...baseline, ...dayAndName(manifest.baseline) } }),
    ...(manifest.against && against && { against: { ...against, file: manifest.against.file } }),
  };
  return audit(again, announce);
}

const dayAndName = ({ today, file }: NonNullable<Manifest['baseline']>) => ({ today, file });

/** Where the clock came from is told by the report alone: this run was given it. */
const asClaimed = (made: Report, { manifest }: Report): Report =>
  reportSchema.parse({ ...made, manifest: { ...made.manifest, as_of_from: manifest.as_of_from } });

/** Checks a report against its inputs, makes it again as its manifest says, and tells line by line what agrees. */
export async function verify(
  request: VerifyRequest,
  announce: Announce,
  say: (lines: readonly Line[]) => Promise<void>,
): Promise<boolean> {
  const { file, text } = request.report;
  const claimed = parseSnapshot(file, text);
  assertGiven(claimed.manifest.baseline, request.baseline, '--baseline FILE');
  assertGiven(claimed.manifest.against, request.against, '--against FILE');
  announce('hashing the inputs');
  const files = [...new Set(claimed.manifest.inputs.map((input) => input.file))];
  const hashes = new Map<string, string | undefined>();
  const several = await hashSeveral(request.dir);
  for (const name of files) hashes.set(name, several.get(name) ?? (await request.hash(name)));
  const inputs = inputLines(claimed.manifest, hashes);
  await say(inputs);
  const made = asClaimed(await runAgain(claimed, request, announce), claimed);
  const bytes = {
    agrees: (await json.render(made, { color: false, width: 80, show: 'info', folder: '' })) === text,
    what: 'every byte',
  };
  const lines = [...compareReports(claimed, made), bytes];
  await say(lines);
  return [...inputs, ...lines].every(({ agrees }) => agrees);
}
