import type { FieldUse, ParsedText, Span, Tag } from '../../model/template.js';
import { type Draft, finish, newDraft, noteParse } from './draft.js';
import { areMatched } from './note.js';
import { type Block, loopOf, noteVariables, signsOf } from './php-variables.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';
import { words } from './words.js';

const grammar = grammarOf([
  { kind: 'output', open: String.raw`<\?=`, close: String.raw`\?>`, opaque: true },
  { kind: 'code', open: String.raw`<\?php\b`, close: String.raw`\?>`, opaque: true },
]);

/** Functions after which a value may stand in markup (PHP manual; WordPress, "Escaping data"). */
const escaping = words(
  'htmlspecialchars htmlentities strip_tags intval absint floatval number_format urlencode rawurlencode json_encode date nl2br e h esc esc_html esc_attr esc_url esc_url_raw esc_js esc_textarea esc_html__ esc_html_e esc_attr__ esc_attr_e esc_html_x wp_kses wp_kses_post wp_strip_all_tags sanitize_text_field date_i18n wc_price',
);

const silent =
  /\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#(?!\[))[^\n]*|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|<<<\s*["']?(\w+)["']?[\s\S]*?\n\s*\1\b/g;

/** Code of the same length without what its strings and comments say; keys in brackets stay. */
export const quiet = (code: string): string =>
  code.replace(silent, (found: string, _label: unknown, at: number) =>
    /^["']\w+["']$/.test(found) && code[at - 1] === '[' ? found : ' '.repeat(found.length),
  );

const ends: Readonly<Record<string, string>> = {
  if: 'endif;',
  foreach: 'endforeach;',
  for: 'endfor;',
  while: 'endwhile;',
  switch: 'endswitch;',
};
const steps =
  /\b(?<!\$|->)(if|elseif|else|foreach|for|while|switch|end(?:if|foreach|for|while|switch))\b|[{}]/g;

interface Reading {
  readonly draft: Draft;
  readonly blocks: Block[];
  /** What code set until here. */
  readonly set: Map<string, string>;
}

/** Offset behind the parenthesis that closes the one at an offset or behind it. */
function behindParens(code: string, from: number): number {
  let depth = 0;
  for (let i = from; i < code.length; i++) {
    if (code[i] === '(') depth++;
    else if (code[i] === ')' && --depth === 0) return i + 1;
    else if (depth === 0 && !/\s/.test(code[i]!)) return i;
  }
  return code.length;
}

/** Blocks that code opens and closes, with `if (…):` and with braces; what they make holds inside. */
function readBlocks({ draft, blocks }: Reading, code: string, tag: Span): Tag['kind'] {
  let kind: Tag['kind'] = 'other';
  const depth = blocks.length;
  for (const { 0: found, index } of code.matchAll(steps)) {
    const after = behindParens(code, index + found.length);
    const inside = code.slice(index, after);
    const isColon = /^\s*:(?!:)/.test(code.slice(after));
    const made = found === 'foreach' ? loopOf(inside) : new Map<string, string>();
    const at = { start: tag.start, end: tag.end };
    if (found === '{') {
      const loop = /\bforeach\s*\(([^{}]*)\)\s*$/.exec(code.slice(0, index))?.[1];
      blocks.push({ word: '{', made: loop ? loopOf(loop) : made, at });
    } else if (found === '}' || found.startsWith('end')) {
      if (!blocks.pop()) noteParse(draft, at, `'${found}' closes what was never opened.`);
      kind = 'close';
    } else if (found.startsWith('else')) {
      if (isColon) kind = 'else';
    } else if (isColon) {
      blocks.push({ word: found, made, at });
      kind = 'open';
    }
  }
  if (blocks.length > depth) return 'open';
  return kind === 'close' && blocks.length === depth ? 'else' : kind;
}

const callsIn = (code: string): string[] =>
  [...code.matchAll(/\b([a-z_]\w*)\s*\(/gi)].map(([, name]) => name!);

function roleOf(statement: string, kind: string): FieldUse['role'] {
  if (kind === 'output' || /^\s*(?:echo|print|printf|esc_html_e|esc_attr_e|_e)\b/.test(statement))
    return 'output';
  if (/^\s*foreach\b/.test(statement)) return 'loop';
  return /^\s*\}?\s*(?:if|elseif|else|while|switch|for|isset|empty)\b/.test(statement)
    ? 'condition'
    : 'argument';
}

/** Names that code sets, so that nobody hands them over. */
const setIn = (code: string): string[] => [...code.matchAll(/\$(\w+)\s*=(?![=>])/g)].map(([, name]) => name!);

function noteStatements(reading: Reading, code: string, at: number, { start, end, kind }: RawTag): void {
  const { draft, blocks, set } = reading;
  let from = 0;
  for (const statement of code.split(/(?<=[;{}])|(?<=\)\s{0,3}:)/)) {
    const role = roleOf(statement, kind);
    const shown = role === 'loop' ? statement.split(/\bas\b/)[0]! : statement;
    const filters = callsIn(shown).filter((name) => !/^(?:if|elseif|while|foreach|isset|empty)$/.test(name));
    const raw = role === 'output' && !filters.some((name) => escaping.has(name));
    noteVariables(
      draft,
      shown,
      at + from,
      { start, end },
      { role, raw, filters, blocks: [{ made: set }, ...blocks] },
    );
    from += statement.length;
  }
}

function readCode(reading: Reading, tag: RawTag): void {
  const { draft, set } = reading;
  const source = draft.text.slice(tag.inner.start, tag.inner.end);
  const code = quiet(source);
  for (const name of setIn(code)) set.set(name, '');
  const kind = readBlocks(reading, code, tag);
  if (tag.kind === 'output') areMatched(draft, signsOf(code), tag);
  noteStatements(reading, code, tag.inner.start, tag);
  draft.tags.push({ start: tag.start, end: tag.end, kind: tag.kind === 'output' ? 'output' : kind });
}

/** PHP among text, https://www.php.net/manual/en/language.basic-syntax.phpmode.php; a last `?>` may be left out. */
export function parsePhp(text: string): ParsedText {
  const reading: Reading = { draft: newDraft(text), blocks: [], set: new Map() };
  for (const tag of scanTags(text, grammar)) {
    if (!tag.unclosed) readCode(reading, tag);
    else if (tag.kind === 'code') {
      readCode(reading, { ...tag, end: text.length, inner: { start: tag.inner.start, end: text.length } });
      break;
    } else noteParse(reading.draft, tag, "'<?=' has no end.", '?>');
  }
  for (const { word, at } of reading.blocks)
    noteParse(reading.draft, at, `The block '${word}' is never closed.`, ends[word] ?? '}');
  return finish(reading.draft, 'php');
}
