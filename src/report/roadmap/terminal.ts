import type { Roadmap } from '../../model/roadmap-report.js';
import { cleanDeep } from '../../text/escape.js';
import { groupDigits } from '../../text/numbers.js';
import { asOfDay } from '../parts/as-of.js';
import { countOf } from '../parts/shares.js';
import { labelled, pad } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import { finish, type ScreenOptions } from '../triage/terminal.js';
import { beyondClaims, costOf, figuresOf, gainOf, marksOf, summaryOf } from './words.js';

/** Initiatives written out beyond those of the plan. */
const most = 5;
const name = 10;

const optionLines = ({ options }: Roadmap, style: Style): string[] =>
  options.flatMap(({ name: option, persons_fixed: persons, flows, effort, what }) =>
    labelled(
      style,
      `  ${option}`,
      12,
      `${countOf(persons, 'person')} fixed, ${countOf(flows, 'new flow')}, effort ${groupDigits(effort)}. ${what}`,
    ),
  );

function waveLines({ today, waves }: Roadmap, style: Style): string[] {
  const columns = [today, ...waves.map(({ after }) => after)].map(figuresOf);
  const widths = [45, ...columns.map(() => 14)];
  const line = (cells: readonly string[]) => `  ${cells.map((cell, i) => pad(cell, widths[i]!)).join('')}`;
  return [
    style.chalk.dim(line(['', 'today', ...waves.map(({ wave }) => `wave ${wave}`)])),
    ...columns[0]!.map(([figure], i) => line([figure, ...columns.map((one) => one[i]![1])])),
    ...(waves.length === 0
      ? []
      : [
          line(['Persons fixed, claimed', '', ...waves.map((wave) => groupDigits(wave.persons_claimed))]),
          line(['Persons fixed, confirmed', '', ...waves.map((wave) => groupDigits(wave.persons_confirmed))]),
        ]),
    ...beyondClaims(waves).flatMap((text) => labelled(style, '', 2, text)),
    ...waves
      .filter(({ confirmed }) => !confirmed)
      .map(({ wave, persons_claimed: claimed, persons_confirmed: persons }) =>
        style.chalk.red(
          `  Wave ${wave} claims ${groupDigits(claimed)} persons, its audit shows ${groupDigits(persons)}.`,
        ),
      ),
  ];
}

function initiativeLines({ initiatives }: Roadmap, all: boolean, style: Style): string[] {
  const shown = all
    ? initiatives
    : initiatives.filter(
        ({ wave }, i) => wave !== null || i < initiatives.filter((one) => one.wave !== null).length + most,
      );
  const rest = initiatives.length - shown.length;
  return [
    ...shown.flatMap((one) => [
      `  ${style.chalk.bold(one.title)}`,
      ...labelled(
        style,
        '',
        name,
        [marksOf(one), `effort ${groupDigits(one.effort)}`, costOf(one), gainOf(one)]
          .filter((part) => part !== '')
          .join('; '),
      ),
      ...labelled(style, '', name, one.what),
    ]),
    ...(rest > 0 ? [`  ${countOf(rest, 'more initiative')}: --all`] : []),
  ];
}

/** For people in a terminal: what to change first, and what audits of the future say of it. */
export function renderRoadmapTerminal(raw: Roadmap, { color, width, all }: ScreenOptions): string {
  const roadmap = cleanDeep(raw);
  const style = createStyle(color, width);
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', style.chalk.bold(title), ...lines];
  return finish([
    style.chalk.bold(`Roadmap of ${roadmap.ecosystem}, ${asOfDay(roadmap.as_of)}`),
    ...summaryOf(roadmap).flatMap((line) => labelled(style, '', 0, line)),
    ...part('Three ways to go about it', optionLines(roadmap, style)),
    ...part('Waves, each audited', waveLines(roadmap, style)),
    ...part('What to do', initiativeLines(roadmap, all, style)),
  ]);
}
