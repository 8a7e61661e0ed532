import type { FieldUse, ParsedText, Span, Tag } from '../../model/template.js';
import { type Draft, finish, newDraft, noteParse, toUse } from './draft.js';
import { lex, lexerOf, paths, type Token } from './lex.js';
import { areMatched, noteUnclosed } from './note.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';

const grammar = grammarOf([
  { kind: 'block', open: String.raw`%%\[`, close: String.raw`\]%%`, opaque: true },
  { kind: 'inline', open: '%%=', close: '=%%', opaque: true },
  { kind: 'field', open: String.raw`%%(?=[A-Za-z_][\w .-]{0,80}%%)`, close: '%%', opaque: true },
]);

const lexer = lexerOf(paths.ampscript);
const keywords = new Set(
  'if then else elseif endif for to downto do next set var and or not true false output v'.split(' '),
);

/** Functions whose first argument names a field of the person or of the sending. */
const readers = new Set(['attributevalue', 'requestparameter', 'queryparameter']);

/** Functions whose last or second argument names a column. */
const columns = new Set(['field', 'lookup']);

const unquoted = (token: Token): Token => ({
  ...token,
  text: token.text.slice(1, -1),
  start: token.start + 1,
  end: token.end - 1,
});

interface State {
  readonly draft: Draft;
  readonly made: Set<string>;
}

/** Values that are asked for: attributes by name, and variables nobody sets here. */
function noteValues(
  { draft, made }: State,
  tokens: readonly Token[],
  tag: Span,
  role: FieldUse['role'],
): void {
  const calls: string[] = [];
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (token.text === ')') calls.pop();
    else if (token.text === '(' && (tokens[i - 1]?.kind ?? 'sign') === 'sign') calls.push('');
    else if (token.kind === 'path' && next?.text === '(') {
      calls.push(token.text.toLowerCase());
      if (!keywords.has(token.text.toLowerCase()))
        draft.helpers.push({ name: token.text, kind: 'helper', start: token.start, end: token.end });
    } else if (token.kind === 'path' && !keywords.has(token.text.toLowerCase())) {
      const local = token.text.startsWith('@') && made.has(token.text.toLowerCase());
      const name = token.text.replace(/^@/, '');
      const filters = calls.filter((call) => call && !keywords.has(call));
      draft.uses.push(
        toUse(name, token, tag, {
          role,
          local,
          filters,
          fallback: filters.includes('iif') || filters.includes('empty'),
        }),
      );
    } else if (token.kind === 'string' && tokens[i - 1]?.text === '(' && readers.has(calls.at(-1) ?? '')) {
      const inside = unquoted(token);
      draft.uses.push(
        toUse(inside.text, inside, tag, {
          role,
          filters: calls.filter((call) => call && !readers.has(call)),
        }),
      );
    } else if (
      token.kind === 'string' &&
      tokens[i - 1]?.text === ',' &&
      columns.has(calls.at(-1) ?? '') &&
      tokens[i - 2]?.kind === 'path'
    ) {
      const inside = unquoted(token);
      draft.uses.push(
        toUse(inside.text, inside, tag, { role: 'argument', local: true, filters: [...calls] }),
      );
    }
  });
}

/** Splits a block into statements: each begins with a word such as SET, IF, FOR. */
function statementsOf(tokens: readonly Token[]): Token[][] {
  const begins = new Set('set var if elseif else endif for next output raiseerror'.split(' '));
  const statements: Token[][] = [];
  for (const token of tokens) {
    if (token.kind === 'path' && begins.has(token.text.toLowerCase())) statements.push([token]);
    else if (statements.length > 0) statements.at(-1)!.push(token);
    else statements.push([token]);
  }
  return statements;
}

function readBlock(state: State, tag: RawTag, open: { word: string; at: RawTag }[]): Tag['kind'] {
  const { draft, made } = state;
  const source = draft.text
    .slice(tag.inner.start, tag.inner.end)
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  const tokens = lex(source, { start: 0, end: source.length }, lexer).map((token) => ({
    ...token,
    start: token.start + tag.inner.start,
    end: token.end + tag.inner.start,
  }));
  let kind: Tag['kind'] = 'set';
  for (const [head, ...rest] of statementsOf(tokens)) {
    const word = head!.text.toLowerCase();
    if (word === 'var') for (const { text } of rest) made.add(text.toLowerCase());
    else if (word === 'set') {
      noteValues(state, rest.slice(2), tag, 'argument');
      if (rest[0]) made.add(rest[0].text.toLowerCase());
    } else if (word === 'if' || word === 'for') {
      if (word === 'for' && rest[0]) made.add(rest[0].text.toLowerCase());
      noteValues(state, rest, tag, word === 'if' ? 'condition' : 'argument');
      open.push({ word: word.toUpperCase(), at: tag });
      kind = 'open';
    } else if (word === 'endif' || word === 'next') {
      const wanted = word === 'endif' ? 'IF' : 'FOR';
      const at = open.findLastIndex((one) => one.word === wanted);
      if (at < 0) noteParse(draft, head!, `'${head!.text}' closes what was never opened.`);
      else open.splice(at, 1);
      kind = 'close';
    } else if (word === 'elseif' || word === 'else') {
      noteValues(state, rest, tag, 'condition');
      kind = 'else';
    } else noteValues(state, [head!, ...rest], tag, word === 'output' ? 'output' : 'argument');
  }
  return kind;
}

const include = /ContentBlockBy(?:Key|Name|Id)\s*\(\s*["']?([^"')]{1,200})/i;

function readTag(state: State, tag: RawTag, open: { word: string; at: RawTag }[]): void {
  const { draft } = state;
  const written = draft.text.slice(tag.inner.start, tag.inner.end);
  const partial = include.exec(written);
  const span = { start: tag.start, end: tag.end };
  if (partial) draft.includes.push({ ...span, kind: 'partial', name: partial[1]! });
  if (tag.kind === 'block') draft.tags.push({ ...span, kind: readBlock(state, tag, open) });
  else if (tag.kind === 'field') {
    const name = written.trim();
    const local =
      /^(?:emailaddr|profile_center_url|subscription_center_url|unsub_center_url|view_email_url|member_|jobid|emailname_|subscriberid|_subscriberkey|double_opt_in_url|ftaf_url|xt|replyemailaddress|replyname|list_?|linkname|additionalinfo_)/i.test(
        name,
      );
    draft.tags.push({ ...span, kind: 'output' });
    draft.uses.push(toUse(name, tag.inner, tag, { local: local && !/^emailaddr$/i.test(name) }));
  } else {
    draft.tags.push({ ...span, kind: partial ? 'include' : 'output' });
    const tokens = lex(draft.text, tag.inner, lexer);
    areMatched(draft, tokens, tag);
    noteValues(state, tokens, tag, partial ? 'argument' : 'output');
  }
}

/** AMPscript of Salesforce Marketing Cloud: `%%field%%`, `%%=v(@x)=%%`, `%%[ SET @x = … ]%%`. */
export function parseAmpscript(text: string): ParsedText {
  const draft = newDraft(text);
  const open: { word: string; at: RawTag }[] = [];
  const state: State = { draft, made: new Set() };
  for (const tag of scanTags(text, grammar))
    if (tag.unclosed) noteUnclosed(draft, tag, tag.kind === 'block' ? ']%%' : '=%%');
    else readTag(state, tag, open);
  for (const { word, at } of open)
    noteParse(draft, at, `'${word}' is never ended.`, word === 'IF' ? 'ENDIF' : 'NEXT');
  return finish(draft, 'ampscript');
}
