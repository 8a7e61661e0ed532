import type { ParsedText, Syntax, Tag } from '../../model/template.js';
import { codeRegions, within } from './code-regions.js';
import { noteLostBegins, noteLostEnd } from './curly-malformed.js';
import { finish, newDraft, noteParse } from './draft.js';
import { noteExpression, noteUnclosed, type Reading, resolveIn } from './note.js';
import { noteLeftOpen, noteStatement } from './pipe-statements.js';
import { type PipeLanguage, pipeLanguageOf } from './pipe-words.js';
import { grammarOf, type RawTag, scanTags } from './scan.js';
import { Scopes } from './scopes.js';

const statement = { kind: 'statement', open: String.raw`\{%[-+~]?`, close: String.raw`[-+~]?%\}` };
const output = { kind: 'output', open: String.raw`\{\{[-+~]?(?!\{[^$%])`, close: String.raw`[-+~]?\}\}` };
const comment = { kind: 'comment', open: String.raw`\{#`, close: String.raw`#\}`, opaque: true };
const liquidGrammar = grammarOf([statement, output]);
const jinjaGrammar = grammarOf([statement, output, comment]);

function noteOutput(reading: Reading, tag: RawTag): void {
  const { draft } = reading;
  const { operands, helpers } = noteExpression(reading, tag.inner, tag);
  draft.tags.push({ start: tag.start, end: tag.end, kind: 'output' });
  if (
    operands.length + helpers.length === 0 &&
    draft.text.slice(tag.inner.start, tag.inner.end).trim() === ''
  )
    noteParse(draft, tag, 'The tag is empty.');
}

/** End of an opaque block, `{% raw %} … {% endraw %}`; its statement's word is given. */
function endOfOpaque(text: string, from: number, word: string): number | undefined {
  const end = new RegExp(String.raw`\{%[-+~]?\s{0,20}end${word}\s{0,20}[-+~]?%\}`, 'g');
  end.lastIndex = from;
  const match = end.exec(text);
  return match ? match.index + match[0].length : undefined;
}

const wordOf = (text: string, { inner }: RawTag): string =>
  /^\s*([\p{L}_][\p{L}\p{N}_-]*)/u.exec(text.slice(inner.start, inner.end))?.[1] ?? '';

function readTag(
  reading: Reading,
  language: PipeLanguage,
  tag: RawTag,
  hopeless: Set<string>,
): number | undefined {
  const { draft } = reading;
  const word = tag.kind === 'statement' ? wordOf(draft.text, tag) : '';
  const noted = (kind: Tag['kind'], end = tag.end): void =>
    void draft.tags.push({ start: tag.start, end, kind });
  if (tag.kind === 'comment') noted('comment');
  else if (tag.kind === 'output') noteOutput(reading, tag);
  else if (language.words.get(word) === 'opaque') {
    const end = hopeless.has(word) ? undefined : endOfOpaque(draft.text, tag.end, word);
    if (end === undefined) {
      hopeless.add(word);
      noteUnclosed(draft, tag, `{% end${word} %}`);
    }
    noted(word === 'comment' ? 'comment' : 'other', end);
    return end;
  } else noteStatement(reading, language, tag, word);
  return undefined;
}

/** Languages with `{{ x | filter }}` and `{% statements %}`. */
export function parsePipes(text: string, syntax: Syntax): ParsedText {
  const draft = newDraft(text);
  const scopes = new Scopes();
  const language = pipeLanguageOf(syntax);
  for (const name of language.made) scopes.make(name);
  const { dialect, rawFilters } = language;
  const reading: Reading = { draft, scopes, dialect, rawFilters, resolve: resolveIn(scopes) };
  const hopeless = new Set<string>();
  const tags = scanTags(text, syntax === 'liquid' ? liquidGrammar : jinjaGrammar);
  for (let step = tags.next(); !step.done; ) {
    const tag = step.value;
    const lost = tag.unclosed && tag.kind === 'output' ? noteLostEnd(draft, tag.start) : undefined;
    if (tag.unclosed && lost === undefined)
      noteUnclosed(draft, tag, tag.kind === 'output' ? '}}' : tag.kind === 'comment' ? '#}' : '%}');
    step = tags.next(tag.unclosed ? lost : readTag(reading, language, tag, hopeless));
  }
  noteLeftOpen(reading);
  noteLostBegins(draft, within(codeRegions(text)));
  return finish(draft, syntax);
}
