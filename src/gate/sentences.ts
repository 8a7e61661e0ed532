import type { Part, Span } from '../model/template.js';
import { addTo } from '../text/group-by.js';
import { type Folded, fold } from './lists/fold.js';

/** One sentence, heading or line of a part as a reader sees it. */
export interface Sentence {
  readonly part: Part;
  /** Offsets into the prose of the part. */
  readonly start: number;
  readonly end: number;
  /** Made comparable; a tag of the engine is U+FFFC. */
  readonly text: string;
  /** Names of the values that stand in it, as words: `next update at`. */
  readonly fields: readonly string[];
  /** Place in the part's text of a place in `text`. */
  readonly spanOf: (start: number, end: number) => Span;
}

const block =
  /\s*<\/?(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|mj-[a-z]+|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b/iy;

/** Shorter lines than this end where their author ended them; longer ones may have been wrapped. */
const wrapped = 60;

/** Whether a line of the prose ends what it says. */
function isBreak({ markup, text, prose }: Part, lineStart: number, at: number): boolean {
  if (markup !== 'text') {
    const place = prose.toText(at);
    block.lastIndex = place;
    return text[place] !== '\n' || block.test(text);
  }
  return at - lineStart < wrapped || /^\s*(?:[\n•*–-]|\d+[.)]\s|$)/.test(prose.text.slice(at + 1, at + 40));
}

const ending = /[.!?؟…。]+["'»”’)\]]*(?=\s)|\n/g;
const abbreviation =
  /(?:^|[\s(])(?:dr|mrs?|ms|st|no|nr|vs|prof|inc|ltd|co|corp|etc|approx|e\.g|i\.e|u\.s|z\.b|d\.h)\.$/i;

/** A day before its month, as German and its neighbours write it: `am 20. September`. */
const dayBefore = /(?:^|\s)\d{1,2}\.$/;
const month = /^\s(?:jan|feb|m[äa]r|apr|ma[ij]|jun|jul|aug|sep|o[kc]t|nov|de[zc])/i;

/** Whether a full stop belongs to its word. */
const isPartOfWord = (before: string, after: string): boolean =>
  abbreviation.test(before) || (dayBefore.test(before) && month.test(after));

/** Stretches of a prose that are a sentence, a heading or a line by themselves. */
function* stretches(part: Part): Iterable<Span> {
  const { text } = part.prose;
  let start = 0;
  let lineStart = 0;
  for (const match of text.matchAll(ending)) {
    const at = match.index;
    const isLine = match[0] === '\n';
    const end = isLine ? at : at + match[0].length;
    const ends = isLine
      ? isBreak(part, lineStart, at)
      : !(
          match[0] === '.' &&
          isPartOfWord(text.slice(Math.max(start, end - 8), end), text.slice(end, end + 5))
        );
    if (isLine) lineStart = at + 1;
    if (!ends) continue;
    yield { start, end };
    start = isLine ? at + 1 : end;
  }
  yield { start, end: text.length };
}

const wordsByName = new Map<string, string>();

/** The name of a value as words; the same few names stand in every text. */
function asWords(name: string): string {
  const before = wordsByName.get(name);
  if (before !== undefined) return before;
  const words = fold(
    name
      .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ).text;
  if (wordsByName.size > 10_000) wordsByName.clear();
  wordsByName.set(name, words);
  return words;
}

/** Names of values by where their tag begins. */
function namesByTag({ parsed }: Part): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const { name, tag } of parsed.uses) {
    addTo(names, tag.start, asWords(name));
  }
  return names;
}

/** Places of tags in a stretch of the prose. */
function tagsIn(stretch: string): number[] {
  const places: number[] = [];
  for (let at = stretch.indexOf('\ufffc'); at >= 0; at = stretch.indexOf('\ufffc', at + 1)) places.push(at);
  return places;
}

function read(part: Part): Sentence[] {
  const { prose } = part;
  const names = namesByTag(part);
  const sentences: Sentence[] = [];
  for (const span of stretches(part)) {
    const stretch = prose.text.slice(span.start, span.end);
    const folded: Folded = fold(stretch);
    const text = folded.text.trim();
    if (text === '') continue;
    const place = (offset: number): number => prose.toText(span.start + folded.at(offset));
    const lead = folded.text.length - folded.text.trimStart().length;
    sentences.push({
      part,
      start: span.start,
      end: span.end,
      text,
      fields: tagsIn(stretch).flatMap((at) => names.get(prose.toText(span.start + at)) ?? []),
      spanOf: (start, end) => ({ start: place(start + lead), end: place(end + lead - 1) + 1 }),
    });
  }
  return sentences;
}

const known = new WeakMap<Part, readonly Sentence[]>();

/** What a part says, sentence by sentence. */
export function sentencesOf(part: Part): readonly Sentence[] {
  const sentences = known.get(part) ?? read(part);
  known.set(part, sentences);
  return sentences;
}
