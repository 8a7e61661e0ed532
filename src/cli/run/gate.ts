import { join } from 'node:path';
import { type GateRequest, gate } from '../../app/gate/gate.js';
import { findGateRoot } from '../../app/gate/read-settings.js';
import { severities } from '../../model/enums.js';
import { SourceError, UsageError } from '../../model/errors.js';
import { gateReporters } from '../../report/gate/index.js';
import { assertChoice } from '../checks.js';
import { printFixes, writeFixes } from '../gate-fixes.js';
import { checkOutputs } from '../outputs.js';
import { baselineFile, dayOf, readGiven } from '../past.js';
import { createProgress } from '../progress.js';
import { readVersion } from '../version.js';
import { writeReports } from '../write-reports.js';

/** Options as the command line gives them. */
export interface GateOptions {
  readonly config?: string;
  readonly contract?: string;
  readonly format?: string[];
  readonly out?: string;
  readonly show: string;
  readonly color?: boolean;
  readonly failOn: string;
  readonly strict?: boolean;
  readonly today?: string;
  readonly baseline?: string | true;
  readonly against?: string;
  readonly failOnNew?: boolean;
  readonly since?: string;
  readonly release?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly quiet?: boolean;
}

/** The request, each value checked. */
const toRequest = (paths: readonly string[], typed: GateOptions): GateRequest => ({
  version: readVersion(),
  paths: paths.length > 0 ? paths : ['.'],
  today: dayOf(typed.today),
  show: assertChoice('level of --show', typed.show, severities),
  failOn: assertChoice('level of --fail-on', typed.failOn, [...severities, 'never']),
  strict: typed.strict ?? false,
  failOnNew: typed.failOnNew ?? false,
  release: typed.release ?? false,
  ...(typed.since !== undefined && { since: typed.since }),
  ...(typed.config !== undefined && { config: typed.config }),
  ...(typed.contract !== undefined && { contract: typed.contract }),
});

/** The earlier report that is compared with. */
async function readGateAgainst(
  paths: readonly string[],
  { against, failOnNew, config }: GateOptions,
): Promise<Pick<GateRequest, 'against'>> {
  if (against !== undefined)
    return { against: await readGiven('--against', against, await findGateRoot(paths, config), []) };
  if (failOnNew !== true) return {};
  throw new UsageError({
    message: '--fail-on-new needs an earlier report',
    tips: ['--against FILE names one'],
  });
}

/** The baseline named, or the one beside the settings. */
async function readGateBaseline(
  paths: readonly string[],
  { baseline, config }: GateOptions,
): Promise<Pick<GateRequest, 'baseline'>> {
  if (baseline === undefined) return {};
  const root = await findGateRoot(paths, config);
  const file = baseline === true ? join(root, baselineFile) : baseline;
  return {
    baseline: await readGiven('--baseline', file, root, ['unsilo baseline create --gate writes one']),
  };
}

/** What cannot be read stops the gate: it says that nothing was checked. */
function refuse(error: unknown): never {
  throw error instanceof SourceError ? new SourceError(error.problems, 'checked') : error;
}

/** Runs the gate and writes its reports; the exit code is the verdict's. */
export async function runGate(paths: readonly string[], typed: GateOptions): Promise<number> {
  const request = {
    ...toRequest(paths, typed),
    ...(await readGateBaseline(paths, typed)),
    ...(await readGateAgainst(paths, typed)),
  };
  const outputs = await checkOutputs({ reporters: gateReporters, files: ['json'] }, typed.format, typed.out);
  const progress = createProgress(typed.quiet ?? false);
  const run = () => gate(request, progress.stage).catch(refuse).finally(progress.done);
  const first = await run();
  if (typed.fixDryRun) return printFixes(first);
  const { report, root } = typed.fix && (await writeFixes(first)) ? await run() : first;
  await writeReports(async (format, options) => (await gateReporters[format]()).render(report, options), {
    outputs,
    dir: root,
    show: request.show,
    color: typed.color,
  });
  return report.verdict.exit_code;
}
