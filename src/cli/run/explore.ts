import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Desk } from '../../app/explore/request.js';
import { storeOf } from '../../app/run-request.js';
import { sortKeys } from '../../explore/findings/listing.js';
import type { Port } from '../../explore/port.js';
import { readAddress } from '../../explore/sheet.js';
import { type Opening, pageKinds } from '../../explore/state.js';
import { assertChoice, assertFolder } from '../checks.js';
import { isColoured } from '../colour.js';
import { assertInteractive } from '../explore/assert-interactive.js';
import { exists, openFiles } from '../explore/files.js';
import { onStop } from '../explore/on-stop.js';
import { baselineFile, dayOf, readPastOptions } from '../past.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';
import { readVersion } from '../version.js';
import { readNaming } from './trace.js';

export interface ExploreOptions extends RunOptions {
  readonly open?: string;
  readonly filter?: string;
  readonly sort: string;
  readonly byCause?: boolean;
  readonly baseline?: string;
  readonly against?: string;
  readonly keyFile?: string;
  readonly color?: boolean;
}

/** How it opens, each value checked. */
function openingOf({ open, filter, sort, byCause = false }: ExploreOptions): Opening {
  if (open !== undefined) assertChoice('page of --open', readAddress(open).kind, pageKinds);
  return {
    address: open,
    query: filter,
    sort: assertChoice('order of --sort', sort, sortKeys),
    grouped: byCause,
  };
}

/** Shows the explorer on this terminal until it is quit. */
async function showHere(port: Port, opening: Opening, color: boolean | undefined): Promise<string> {
  const { show } = await import('../../explore/show.js');
  const { stdin, stdout, env } = process;
  return show(port, opening, {
    stdin,
    stdout,
    color: isColoured(color === false ? false : undefined, env, true),
    isRead: env.INK_SCREEN_READER === 'true',
    onStop,
  });
}

type Show = (port: Port) => Promise<string>;

async function exploreFolder(
  dir: string,
  typed: ExploreOptions,
  { desk, baseline, show }: { readonly desk: Desk; readonly baseline: string; readonly show: Show },
): Promise<string> {
  const request = runRequestOf(dir, typed);
  await assertFolder(dir);
  const accepted = (await exists(baseline)) ? { baseline } : {};
  const past = await readPastOptions(dir, { ...accepted, ...(typed.against && { against: typed.against }) });
  const naming = await readNaming(typed.keyFile, storeOf(request));
  const progress = createProgress(typed.quiet ?? false);
  const { explore } = await import('../../app/explore/index.js');
  const audited = { version: readVersion(), failOn: 'high', show: 'info', strict: false } as const;
  return explore({ ...request, ...past, ...audited, naming, desk }, progress.stage, (port) => {
    progress.done();
    return show(port);
  }).finally(progress.done);
}

async function exploreFile(file: string, desk: Desk, show: Show): Promise<string> {
  const given = { file: basename(file), bytes: await readFile(file) };
  const { exploreSnapshot } = await import('../../app/explore/index.js');
  return exploreSnapshot(given, desk, show);
}

/** Exit codes of what ends the explorer from outside, as shells give them: 128 and the number of the signal. */
const codes: Readonly<Record<string, number>> = { 'ctrl-c': 130, SIGINT: 130, SIGHUP: 129, SIGTERM: 143 };

/** Opens the explorer on a folder or a snapshot; gives the exit code. */
export async function runExplore(path: string, typed: ExploreOptions): Promise<number> {
  assertInteractive(path);
  const opening = openingOf(typed);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const folder = isFile ? dirname(path) : path;
  const baseline = typed.baseline ?? join(folder, baselineFile);
  const files = openFiles(baseline, isFile ? undefined : folder);
  const desk: Desk = { source: path, today: dayOf(undefined), files };
  const show: Show = (port) => showHere(port, opening, typed.color);
  const ended = isFile
    ? await exploreFile(path, desk, show)
    : await exploreFolder(path, typed, { desk, baseline, show });
  return codes[ended] ?? 0;
}
