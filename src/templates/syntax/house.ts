import type { ParsedText, Syntax } from '../../model/template.js';
import { type Draft, finish, newDraft, toUse } from './draft.js';

/** Names of fields: letters of any script, so that a translated name is seen. */
const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]{0,80}`;
const path = String.raw`${name}(?:\.${name}){0,8}`;

/** How house styles write a field; the group `name` is the field's name. */
const styles: Readonly<Partial<Record<Syntax, string>>> = {
  percent: String.raw`%\{(?<name>[^{}\n%<>]{1,80})\}|%<(?<named>${name})>[-+0-9.]*[sdfx]`,
  percents: String.raw`(?<![%\p{N}])%(?![0-9A-Fa-f]{2}%)(?<name>${path})%`,
  printf: String.raw`%\((?<named>[^()\n%]{1,80})\)[-+ #0]*\d*(?:\.\d+)?[sdifrx]|%(?:(?<name>\d{1,3})\$)?[-+#0]{0,3}\d{0,3}(?:\.\d{1,3})?(?:l{0,2}[sdiufxXgec@]|h?[dux])(?![\p{L}])|%%`,
  colon: String.raw`(?<![\p{L}\p{N}:/&])::?(?<name>${name})(?![\p{L}\p{N}]*:[\p{L}\p{N}_])`,
  at: String.raw`@(?<name>[\p{L}][\p{L}\p{N}_.]{0,60})@`,
  dollar: String.raw`\$\{(?<name>[^{}\n]{1,80})\}|\{\$(?<named>[^{}\n]{1,80})\}`,
  braces: String.raw`(?<!\{)\{(?<name>\s?(?:${path}|\d{1,2})\s?)\}(?!\})`,
  brackets: String.raw`\[(?<name>[\p{L}][\p{L}\p{M}\p{N}_ .-]{0,60})\](?!\()`,
  parens: String.raw`\(\((?<name>[^()\n]{1,120})\)\)`,
  stars: String.raw`\*\|(?:(?:IF|IFNOT|ELSEIF):)?(?<name>[A-Za-z][A-Za-z0-9_]{0,40}(?::[^|*\n]{1,60})?)\|\*`,
  angles: String.raw`<<\s?(?<name>[\p{L}][\p{L}\p{M}\p{N}_ .-]{0,80}?)\s?>>`,
};

const compiled = new Map(
  Object.entries(styles).map(([syntax, source]) => [syntax as Syntax, new RegExp(source, 'gu')]),
);

const nothing = /(?!)/g;

/** GOV.UK Notify: `((name??text))` shows the text when the answer is yes. */
const beforeText = /^[^?]*/;

function note(draft: Draft, syntax: Syntax, match: RegExpMatchArray, position: number): boolean {
  const tag = { start: match.index!, end: match.index! + match[0].length };
  if (match[0] === '%%') return false;
  const written = match.groups?.name ?? match.groups?.named;
  draft.tags.push({ ...tag, kind: 'output' });
  if (written === undefined) {
    draft.uses.push(toUse(String(position), tag, tag));
    return true;
  }
  const field = (syntax === 'parens' ? beforeText.exec(written)![0] : written).trim();
  const start = tag.start + match[0].indexOf(field);
  const role = syntax === 'parens' && written.includes('??') ? 'condition' : 'output';
  const name = field.replace(/^\$/, '').replace(/->/g, '.');
  draft.uses.push(toUse(name, { start, end: start + field.length }, tag, { role }));
  return false;
}

/** House styles: fields between delimiters and nothing else; values of `printf` without a name are numbered. */
export function parseHouse(text: string, syntax: Syntax): ParsedText {
  const draft = newDraft(text);
  let position = 1;
  for (const match of text.matchAll(compiled.get(syntax) ?? nothing))
    if (note(draft, syntax, match, position)) position++;
  return finish(draft, syntax);
}
