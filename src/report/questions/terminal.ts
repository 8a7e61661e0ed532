import type { Question, Questions } from '../../model/intake.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { groupDigits } from '../../text/numbers.js';
import { countOf } from '../parts/shares.js';
import { labelled } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import { type Asked, basis, byOwner, placeText } from './groups.js';

/** Questions of one owner that are written out. */
const most = 8;

function one(question: Question, style: Style): string[] {
  const place = placeText(question);
  return [
    ...labelled(style, '  -', 4, question.question),
    ...(place === '' ? [] : [style.chalk.dim(`    ${place}`)]),
  ];
}

function group({ owner, contact, questions }: Asked, style: Style): string[] {
  const rest = questions.length - most;
  const who = `${owner ?? 'No owner known'}${contact === null ? '' : ` <${contact}>`}`;
  return [
    style.chalk.bold(`${who}: ${countOf(questions.length, 'question')}`),
    ...questions.slice(0, most).flatMap((question) => one(question, style)),
    ...(rest > 0 ? [`    ${groupDigits(rest)} more: --format markdown or csv shows all.`] : []),
    '',
  ];
}

/** For people: the open questions, owner by owner. */
export function renderQuestionsTerminal(raw: Questions, options: { color: boolean; width: number }): string {
  const said = cleanDeep(raw);
  const style = createStyle(options.color, options.width);
  const { length } = said.questions;
  const total = length === 0 ? 'no open questions' : countOf(length, 'open question');
  const lines = [
    style.chalk.bold(`${said.ecosystem}: ${total}`),
    ...labelled(style, '', 0, `Asked ${basis(said)}.`),
    '',
    ...byOwner(said).flatMap((asked) => group(asked, style)),
  ];
  const text = lines.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n');
  return `${text.trimEnd()}\n`;
}
