import type { Progress } from '../../model/progress.js';
import { cleanDeep } from '../../text/escape.js';
import { countOf } from '../parts/shares.js';
import { labelled, pad } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import { finish, type ScreenOptions } from '../triage/terminal.js';
import { dayOf } from '../triage/words.js';
import { sparkline } from './sparkline.js';
import {
  directionWords,
  effectOrder,
  effectSentence,
  effectWords,
  goalWords,
  progressInShort,
  spanWords,
  targetWords,
} from './words.js';

const values = ({ points }: { points: readonly { value: number | null }[] }) =>
  points.map(({ value }) => value);

function section(style: Style, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', style.chalk.bold(title), ...lines];
}

/** Initiatives of one effect that are written out. */
const most = 8;

function initiativeLines({ initiatives }: Progress, all: boolean, style: Style): string[] {
  return effectOrder.flatMap((effect) => {
    const found = initiatives.filter((one) => one.effect === effect);
    const shown = all ? found : found.slice(0, most);
    const rest = found.length - shown.length;
    return [
      ...shown.flatMap((one) => [
        `  ${style.chalk.bold(one.title)}${one.wave === null ? '' : style.chalk.dim(`  wave ${one.wave}`)}`,
        ...labelled(style, '', 6, effectSentence(one)),
      ]),
      ...(rest > 0 ? [`  ${countOf(rest, 'more initiative')} (${effectWords[effect]}): --all`] : []),
    ];
  });
}

const goalLines = ({ goals }: Progress, style: Style): string[] =>
  goals.flatMap((goal) =>
    labelled(
      style,
      `  ${sparkline(values(goal))}`,
      4 + goal.points.length,
      `${goal.title}: ${spanWords(goal)}, to be ${targetWords(goal)}; ${goalWords(goal)}.`,
    ),
  );

function trendLines({ trends }: Progress, style: Style): string[] {
  const width = Math.max(...trends.map(({ title }) => title.length)) + 2;
  return trends.map((trend) => {
    const direction = directionWords(trend);
    return `  ${pad(trend.title, width)}${style.chalk.cyan(sparkline(values(trend)))}  ${spanWords(trend)}${direction === '' ? '' : style.chalk.dim(`  ${direction}`)}`;
  });
}

/** For people in a terminal: what took effect, and how the measures have gone. */
export function renderProgressTerminal(raw: Progress, { color, width, all }: ScreenOptions): string {
  const progress = cleanDeep(raw);
  const style = createStyle(color, width);
  return finish([
    style.chalk.bold(`Progress of ${progress.ecosystem}, as of ${dayOf(progress.snapshots.at(-1)!.as_of)}`),
    ...progressInShort(progress).flatMap((line) => labelled(style, '', 0, line)),
    ...section(style, 'Which initiatives took effect', initiativeLines(progress, all, style)),
    ...section(style, 'Goals', goalLines(progress, style)),
    ...section(style, 'Trends', trendLines(progress, style)),
  ]);
}
