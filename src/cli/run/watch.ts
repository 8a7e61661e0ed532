import { dirname, join } from 'node:path';
import { UsageError } from '../../model/errors.js';
import type { Report } from '../../model/report.js';
import { assertGoing, whenStopped } from '../../store/stopping.js';
import { printable } from '../../text/printable.js';
import { assertFolder } from '../checks.js';
import { renderError } from '../errors.js';
import { pageNothing } from '../pager.js';
import { FolderWatch } from '../watch-folder.js';

/** One run of the audit, with its reports written; the files they went to. */
export interface WatchedRun {
  readonly report: Report;
  readonly written: readonly string[];
}

const clearScreen = '\u001b[2J\u001b[3J\u001b[H';
const say = (text: string): void => void process.stderr.write(`unsilo: ${text}\n`);

const isQuit = (keys: Buffer): boolean => ['q', 'Q', '\u0003', '\u0004'].includes(keys.toString('latin1'));

/** Settles when somebody wants no more: q or Ctrl-C at the keyboard, or a signal. */
function nextQuit(): { readonly quit: Promise<undefined>; readonly forget: () => void } {
  const { stdin } = process;
  const isKeyboard = stdin.isTTY === true;
  let onKeys: (keys: Buffer) => void = () => undefined;
  let taken: () => void = () => undefined;
  const quit = new Promise<undefined>((end) => {
    taken = whenStopped(() => end(undefined));
    onKeys = (keys) => isQuit(keys) && end(undefined);
    if (isKeyboard) stdin.setRawMode(true).resume().on('data', onKeys);
  });
  const forget = (): void => {
    taken();
    if (isKeyboard) stdin.off('data', onKeys).setRawMode(false).pause();
  };
  return { quit, forget };
}

const openOf = ({ findings }: Report): Set<string> =>
  new Set(findings.filter(({ suppression }) => suppression === null).map(({ fingerprint }) => fingerprint));

/** `2 new, 1 gone since the run before`; nothing of a first run, or where nothing differs. */
export function differenceLine(before: Report | undefined, after: Report): string | undefined {
  if (before === undefined) return undefined;
  const [was, is] = [openOf(before), openOf(after)];
  const added = [...is].filter((one) => !was.has(one)).length;
  const gone = [...was].filter((one) => !is.has(one)).length;
  return added + gone === 0 ? 'no finding is new or gone' : `${added} new, ${gone} gone since the run before`;
}

/** Folders beside the ecosystem's own in which its sources lie. */
const foldersOf = (dir: string, report: Report | undefined): string[] => {
  const outside = report?.manifest.inputs.filter(({ file }) => file.startsWith('../')) ?? [];
  return [...new Set(outside.map(({ file }) => dirname(join(dir, file))))];
};

export function assertWatchable(): void {
  if (!process.env.CI) return;
  throw new UsageError({
    message: '--watch never ends by itself, and a CI job has nobody to end it',
    tips: ['without --watch the audit runs once'],
  });
}

interface Turn {
  readonly run: WatchedRun | undefined;
  readonly code: number;
}

/** One turn; what is wrong with the sources is told, and may be mended. */
async function turn(once: () => Promise<WatchedRun>, before: WatchedRun | undefined): Promise<Turn> {
  try {
    const run = await once();
    const difference = differenceLine(before?.report, run.report);
    if (difference !== undefined) say(difference);
    return { run, code: run.report.verdict.exit_code };
  } catch (error) {
    assertGoing();
    process.stderr.write(renderError(error));
    return { run: before, code: 2 };
  }
}

/** Waits for changes; undefined when somebody wants no more. */
async function waitFor(changes: Promise<string[]>): Promise<string[] | undefined> {
  const { quit, forget } = nextQuit();
  return Promise.race([changes, quit]).finally(forget);
}

const listed = (files: readonly string[]): string =>
  files.slice(0, 3).map(printable).join(', ') + (files.length > 3 ? ` and ${files.length - 3} more` : '');

async function watchOn(watching: FolderWatch, dir: string, once: () => Promise<WatchedRun>): Promise<number> {
  let latest: Turn = { run: undefined, code: 0 };
  for (;;) {
    latest = await turn(once, latest.run);
    watching.add(foldersOf(dir, latest.run?.report));
    say(`watching ${printable(dir)}; ${process.stdin.isTTY ? 'q or Ctrl-C' : 'Ctrl-C'} ends`);
    const files = await waitFor(watching.next(latest.run?.written ?? []));
    if (files === undefined) return latest.code;
    if (process.stdout.isTTY) process.stdout.write(clearScreen);
    say(`${listed(files)} changed`);
  }
}

/** Runs again whenever something in the folder, or a source beside it, has changed; the exit code of the last run. */
export async function watchAudit(dir: string, once: () => Promise<WatchedRun>): Promise<number> {
  await assertFolder(dir);
  pageNothing();
  const watching = new FolderWatch();
  watching.add([dir]);
  return watchOn(watching, dir, once).finally(() => watching.close());
}
