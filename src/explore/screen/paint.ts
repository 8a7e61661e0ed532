import { Chalk, type ChalkInstance } from 'chalk';
import { isolateBidi } from '../../text/escape-bidi.js';
import type { Line, Tone } from '../line.js';

/** How each tone looks, and the picked line. */
export type Paint = Readonly<Record<Tone | 'picked', (text: string) => string>>;

/** Colours of the terminal's own palette only; without colour nothing but text. */
export function createPaint(color: boolean): Paint {
  const chalk: ChalkInstance = new Chalk({ level: color ? 1 : 0 });
  return {
    plain: (text) => text,
    dim: chalk.dim,
    strong: chalk.bold,
    good: chalk.green,
    bad: chalk.red.bold,
    critical: chalk.red.bold,
    high: chalk.red,
    medium: chalk.yellow,
    low: chalk.cyan,
    info: chalk.dim,
    picked: chalk.inverse,
  };
}

/** A line as a terminal takes it; a name written from right to left does not turn what stands around it. */
export const paintLine = (line: Line, paint: Paint): string =>
  line.map(({ text, tone, picked }) => paint[picked ? 'picked' : tone](isolateBidi(text))).join('');
