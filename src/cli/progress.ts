import type { ReadHeadway } from '../model/headway.js';
import { assertGoing } from '../store/stopping.js';
import { progressLine, type Standing } from './progress-line.js';

/** Tells a waiting person what is being done, on stderr. */
export interface Progress {
  /** A detail, and how far it is, are worth showing only where they can be overwritten. */
  stage(text: string, detail?: string, read?: ReadHeadway): void;
  done(): void;
}

const silent: Progress = { stage: assertGoing, done: () => undefined };

const lines: Progress = {
  stage: (text, detail) => {
    assertGoing();
    if (detail === undefined) process.stderr.write(`unsilo: ${text}\n`);
  },
  done: () => undefined,
};

const clear = '\r\u001b[2K';
/** Milliseconds between looks. */
const pace = 200;

/** One line that is drawn again as work goes on. */
function createUpdating(): Progress {
  let standing: Standing | undefined;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    if (standing === undefined) return;
    process.stderr.write(`${clear}${progressLine(standing, Date.now(), process.stderr.columns || 80)}`);
  };
  return {
    stage: (text, detail, read) => {
      assertGoing();
      const now = Date.now();
      const from = standing?.text === text ? standing : { since: now, share: 0, shareSince: now };
      const { since, share, shareSince } = from;
      const what = { ...(detail !== undefined && { detail }), ...(read && { read }) };
      standing = { text, since, share, shareSince, ...what };
      timer ??= setInterval(draw, pace).unref();
      draw();
    },
    done: () => {
      clearInterval(timer);
      timer = undefined;
      if (standing !== undefined) process.stderr.write(clear);
      standing = undefined;
    },
  };
}

/** One updating line on a terminal; one line per stage in a log; nothing with --quiet. */
export function createProgress(quiet: boolean): Progress {
  if (quiet) return silent;
  const isWatched = process.stderr.isTTY && !process.env.CI && process.env.TERM !== 'dumb';
  return isWatched ? createUpdating() : lines;
}
