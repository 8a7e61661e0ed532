import { addTo } from '../../text/group-by.js';
import { firstNotBefore } from '../../text/halving.js';
import type { CodeFile } from './code-words.js';

/** A place where code names a message: which of its files, and the offset in it. */
export interface Mention {
  readonly file: number;
  readonly at: number;
}

const stemOf = (message: string): string =>
  message
    .split('/')
    .at(-1)!
    .replace(/[^\p{L}\p{N}_-]/gu, '');
const camel = (name: string): string =>
  name.replace(/[-_]+(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`_${name}`);
/** `PASSWORD_RESET` of `passwordReset`. */
const constant = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();
const underscored = (name: string): string => name.replaceAll('-', '_');

const word = /[\p{L}\p{N}_-]+/gu;
const opens = new Set('"\'`/.:');
const closes = /(?:[./][\w./-]*)?["'`]/y;
const calls = /\s*[=(]/y;
const defines = /\bdefp? $/;

function isAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** Shorter names are too often words of anything. */
const shortest = 3;

/** Where code names messages, found in one reading of it. */
export class Mentions {
  /** By `reset_mail` in quotes or as a method, `.RESET_MAIL` and `resetMail(`. */
  readonly #places = new Map<string, Mention[]>();
  /** Names that may be of classes, in order of their letters, with the place of the first file that has them. */
  readonly #classes: readonly (readonly [string, number])[];

  constructor(
    messages: Iterable<string>,
    private readonly files: readonly CodeFile[],
  ) {
    const stems = [...messages].map(stemOf);
    const wanted = new Set(
      stems.flatMap((stem) => [underscored(stem), `.${constant(stem)}`, `${camel(stem)}(`]),
    );
    const classes = new Map<string, number>();
    for (const [i, { text }] of files.entries())
      for (const { 0: whole, index } of text.matchAll(word)) {
        let at = index;
        for (const part of whole.split('-')) {
          if (!classes.has(part)) classes.set(part, i);
          this.#note(i, part, at, wanted);
          at += part.length + 1;
        }
        if (whole.includes('-')) this.#note(i, whole, index, wanted);
      }
    this.#classes = [...classes]
      .filter(([name]) => /^[\p{Lu}\p{N}]/u.test(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #note(file: number, name: string, at: number, wanted: ReadonlySet<string>): void {
    const { text } = this.files[file]!;
    const [before = '', end] = [text[at - 1], at + name.length];
    const [plain, fixed, called] = [underscored(name), `.${name}`, `${name}(`];
    const isNamed = () => opens.has(before) && isAt(closes, text, end);
    const isDefined = () => defines.test(text.slice(Math.max(0, at - 6), at));
    if (wanted.has(plain) && (isNamed() || isDefined())) addTo(this.#places, plain, { file, at });
    if (before === '.' && wanted.has(fixed)) addTo(this.#places, fixed, { file, at });
    if (wanted.has(called) && isAt(calls, text, end)) addTo(this.#places, called, { file, at });
  }

  /** The first file with a name that begins so; as many as there are otherwise. */
  #firstClass(beginning: string): number {
    const names = this.#classes;
    let first = this.files.length;
    for (
      let at = firstNotBefore(names, ([name]) => name < beginning);
      names[at]?.[0].startsWith(beginning);
      at++
    )
      first = Math.min(first, names[at]![1]);
    return first;
  }

  /** Places in quotes, as a method, as a constant, and as what is called or given a value. */
  of(message: string): readonly Mention[] {
    const stem = stemOf(message);
    if (stem.length < shortest) return [];
    const names = [underscored(stem), `.${constant(stem)}`, `${camel(stem)}(`];
    return names.flatMap((name) => this.#places.get(name) ?? []);
  }

  /** The first file that names a message: in quotes, as a method or constant, or as a class. */
  sender(message: string): CodeFile | undefined {
    const stem = stemOf(message);
    if (stem.length < shortest) return undefined;
    const named = [underscored(stem), `.${constant(stem)}`].flatMap(
      (name) => this.#places.get(name)?.[0]?.file ?? [],
    );
    return this.files[Math.min(this.#firstClass(pascal(stem)), ...named)];
  }
}
