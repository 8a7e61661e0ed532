import type { Headway, ReadHeadway } from '../model/headway.js';
import { displayWidth } from '../report/parts/width.js';
import { isolateBidi } from '../text/escape-bidi.js';
import { groupDigits, renderSeconds } from '../text/numbers.js';
import { printable } from '../text/printable.js';

/** What a run is at. Times are milliseconds of one clock. */
export interface Standing {
  readonly text: string;
  readonly detail?: string;
  readonly read?: ReadHeadway;
  readonly since: number;
  /** The share that was read last, and since when it is so. */
  share: number;
  shareSince: number;
}

/** Seconds before which nothing about the rest is worth saying, and the share from which it can be said. */
const [early, little] = [2, 0.03];

/** `8 700`, `24 k`, `1.60 M`: rows as a waiting person reads them. */
export function shortCount(count: number): string {
  if (count < 10_000) return groupDigits(Math.round(count));
  return count < 1e6 ? `${Math.round(count / 1000)} k` : `${(count / 1e6).toFixed(count < 1e8 ? 2 : 0)} M`;
}

/** Seconds that remain if all goes on as it did up to the last change of the share; none where that time is over. */
function secondsLeft({ share, shareSince, since }: Standing, now: number): number | undefined {
  if (share < little || now - since < early * 1000) return undefined;
  const left = (shareSince - since) / share - (now - since);
  return left > 0 ? left / 1000 : undefined;
}

function counts({ rows, share }: Headway, standing: Standing, now: number): string[] {
  const seconds = (now - standing.since) / 1000;
  const told: string[] = [];
  if (share !== null && share > 0) told.push(`${Math.min(99, Math.floor(share * 100))} %`);
  if (rows !== null) told.push(`${shortCount(rows)} rows`);
  if (rows !== null && seconds >= early) told.push(`${shortCount(rows / seconds)} rows/s`);
  const left = secondsLeft(standing, now);
  if (left !== undefined) told.push(`${renderSeconds(Math.ceil(left))} left`);
  return told;
}

/** As much of a text as fits into so many columns. */
function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && displayWidth(characters.join('')) > width - 1) characters.pop();
  return `${characters.join('')}…`;
}

/** One line, never wider than the terminal: stage, what is at work, share, rows, rate and what remains, else the time so far. */
export function progressLine(standing: Standing, now: number, width: number): string {
  const { text, read, since } = standing;
  const headway = read?.();
  if (headway?.share && headway.share !== standing.share) {
    standing.share = headway.share;
    standing.shareSince = now;
  }
  const told = headway === undefined ? [] : counts(headway, standing, now);
  const seconds = Math.floor((now - since) / 1000);
  const passed = told.length === 0 && seconds >= early ? [renderSeconds(seconds)] : [];
  const detail = headway?.at.length ? headway.at.join(', ') : standing.detail;
  const stage = detail === undefined ? text : `${text}: ${printable(detail)}`;
  const tail = [...told, ...passed].map((part) => ` · ${part}`).join('');
  return isolateBidi(`${cut(stage, width - tail.length - 3)}${tail} …`);
}
