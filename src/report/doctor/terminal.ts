import type { Advice, Doctor } from '../../model/advice.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { groupDigits } from '../../text/numbers.js';
import { asOfDay } from '../parts/as-of.js';
import { listSome } from '../parts/coverage.js';
import { countOf } from '../parts/shares.js';
import { labelled } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';

/** Advice of one topic that is written out. */
const most = 6;
const indent = 9;

function one({ message, tip, unlocks }: Advice, style: Style): string[] {
  const rules = unlocks.length === 0 ? '' : listSome(unlocks, 6);
  return [
    ...labelled(style, '', 2, message),
    ...labelled(style, '  to do', indent, tip),
    ...labelled(style, '  then', indent, rules),
  ];
}

function topic(title: string, advice: readonly Advice[], style: Style): string[] {
  const rest = advice.length - most;
  return [
    style.chalk.bold(title),
    ...advice.slice(0, most).flatMap((item) => one(item, style)),
    ...(rest > 0 ? [`  ${groupDigits(rest)} more: --format json shows all.`] : []),
    '',
  ];
}

/** For people: what limits the audit, topic by topic. */
export function renderDoctorTerminal(raw: Doctor, options: { color: boolean; width: number }): string {
  const said = cleanDeep(raw);
  const style = createStyle(options.color, options.width);
  const titles = [...new Set(said.advice.map(({ title }) => title))];
  const rules = `${groupDigits(said.rules_evaluated)} of ${countOf(said.rules, 'rule')} can be evaluated`;
  const lines = [
    style.chalk.bold(`${said.ecosystem}, ${asOfDay(said.as_of)}: ${rules}`),
    '',
    ...titles.flatMap((title) =>
      topic(
        title,
        said.advice.filter((item) => item.title === title),
        style,
      ),
    ),
    ...(said.advice.length === 0 ? ['Nothing limits this audit that unsilo knows of.'] : []),
  ];
  return `${lines
    .map((line) => muteStart(isolateBidi(line).trimEnd()))
    .join('\n')
    .trimEnd()}\n`;
}
