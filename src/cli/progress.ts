import { printable } from '../text/printable.js';

/** Tells a waiting person what is being done, on stderr. */
export interface Progress {
  /** A detail is worth showing only where it can be overwritten. */
  stage(text: string, detail?: string): void;
  done(): void;
}

const silent: Progress = { stage: () => undefined, done: () => undefined };

const lines: Progress = {
  stage: (text, detail) => void (detail === undefined && process.stderr.write(`unsilo: ${text}\n`)),
  done: () => undefined,
};

const clear = '\r\u001b[2K';
const updating: Progress = {
  stage: (text, detail) =>
    void process.stderr.write(`${clear}${text}${detail === undefined ? '' : `: ${printable(detail)}`} …`),
  done: () => void process.stderr.write(clear),
};

/** One updating line on a terminal; one line per stage in a log; nothing with --quiet. */
export function createProgress(quiet: boolean): Progress {
  if (quiet) return silent;
  return process.stderr.isTTY && !process.env.CI ? updating : lines;
}
