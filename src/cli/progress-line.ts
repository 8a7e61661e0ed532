import type { Headway, ReadHeadway } from '../model/headway.js';
import { displayWidth } from '../report/parts/width.js';
import { isolateBidi } from '../text/escape-bidi.js';
import { groupDigits, renderSeconds } from '../text/numbers.js';
import { printable } from '../text/printable.js';

/** What a run is at. */
export interface Standing {
  readonly text: string;
  readonly detail?: string;
  readonly read?: ReadHeadway;
  /** Milliseconds, by the clock that says what time it is. */
  readonly since: number;
}

/** Seconds before which nothing about the rest is worth saying, and the share from which it can be said. */
const [early, little] = [2, 0.03];

/** `870`, `24 300`, `1.6 M`: rows as a waiting person reads them. */
export function shortCount(count: number): string {
  if (count < 100_000) return groupDigits(Math.round(count));
  return `${(count / 1e6).toFixed(count < 10e6 ? 2 : 1)} M`;
}

function counts({ rows, share }: Headway, seconds: number): string[] {
  const told: string[] = [];
  if (share !== null && share > 0) told.push(`${Math.min(99, Math.floor(share * 100))} %`);
  if (rows !== null) told.push(`${shortCount(rows)} rows`);
  if (rows !== null && seconds >= early) told.push(`${shortCount(rows / seconds)} rows/s`);
  if (share !== null && share >= little && seconds >= early)
    told.push(`${renderSeconds(Math.ceil((seconds * (1 - share)) / share))} left`);
  return told;
}

/** As much of a text as fits into so many columns. */
function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && displayWidth(characters.join('')) > width - 1) characters.pop();
  return `${characters.join('')}…`;
}

/** One line, never wider than the terminal: stage, detail, share, rows, rate and what remains, else the time so far. */
export function progressLine({ text, detail, read, since }: Standing, now: number, width: number): string {
  const seconds = (now - since) / 1000;
  const told = read === undefined ? [] : counts(read(), seconds);
  const passed = told.length === 0 && seconds >= early ? [renderSeconds(Math.floor(seconds))] : [];
  const stage = detail === undefined ? text : `${text}: ${printable(detail)}`;
  const tail = [...told, ...passed].map((part) => ` · ${part}`).join('');
  return isolateBidi(`${cut(stage, width - tail.length - 3)}${tail} …`);
}
