import type { RepeatedKey } from '../../../model/template.js';
import { Stretches } from '../stretches.js';
import { type Catalogue, deepest, type Entry } from './entry.js';
import { Keys } from './repeats.js';

class Broken extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads JSON with comments and commas at ends, as catalogues are written, and keeps the places of strings. */
class JsonReader {
  readonly entries: Entry[] = [];
  readonly repeats: RepeatedKey[] = [];
  #at = 0;

  constructor(private readonly text: string) {}

  read(): void {
    if (this.text.charCodeAt(0) === 0xfeff) this.#at = 1;
    this.#value([]);
    this.#space();
    if (this.#at < this.text.length)
      throw new Broken(this.#at, 'Something follows the end of the JSON value.');
  }

  #space(): void {
    for (;;) {
      const space = /\s*/y;
      space.lastIndex = this.#at;
      space.test(this.text);
      this.#at = space.lastIndex;
      const close = this.text.startsWith('//', this.#at)
        ? '\n'
        : this.text.startsWith('/*', this.#at)
          ? '*/'
          : undefined;
      if (close === undefined) return;
      const end = this.text.indexOf(close, this.#at + 2);
      this.#at = end < 0 ? this.text.length : end + close.length;
    }
  }

  #expect(character: string): void {
    this.#space();
    if (this.text[this.#at] !== character)
      throw new Broken(this.#at, `Expected ${character} in JSON, found ${this.#found()}.`);
    this.#at++;
  }

  #found(): string {
    return this.#at < this.text.length ? JSON.stringify(this.text[this.#at]) : 'the end of the file';
  }

  #value(path: readonly string[]): void {
    if (path.length > deepest) throw new Broken(this.#at, `JSON is nested deeper than ${deepest} levels.`);
    this.#space();
    const first = this.text[this.#at];
    if (first === '{') this.#members(path, '}');
    else if (first === '[') this.#members(path, ']');
    else if (first === '"') this.entries.push({ path, ...this.#string() });
    else this.#word();
  }

  #members(path: readonly string[], close: string): void {
    this.#at++;
    const keys = new Keys(this.repeats);
    for (let count = 0; ; count++) {
      this.#space();
      if (this.text[this.#at] === close) break;
      if (count > 0) this.#expect(',');
      this.#space();
      if (this.text[this.#at] === close) break;
      if (close === ']') this.#value([...path, String(count)]);
      else {
        const start = this.#at;
        const key = this.#string().text;
        keys.note(key, { start, end: this.#at });
        this.#expect(':');
        this.#value([...path, key]);
      }
    }
    this.#at++;
  }

  #word(): void {
    const word = /[\w.+-]+/y;
    word.lastIndex = this.#at;
    if (!word.test(this.text)) throw new Broken(this.#at, `Expected a JSON value, found ${this.#found()}.`);
    this.#at = word.lastIndex;
  }

  #string(): { text: string; toFile: (offset: number) => number } {
    const start = this.#at;
    if (this.text[start] !== '"') throw new Broken(start, `Expected a JSON string, found ${this.#found()}.`);
    const made = new Stretches();
    let from = start + 1;
    const stop = /["\\\n]/g;
    for (;;) {
      stop.lastIndex = from;
      const at = stop.exec(this.text)?.index ?? this.text.length;
      made.push(this.text.slice(from, at), from, false);
      if (this.text[at] !== '\\') {
        if (this.text[at] !== '"') throw new Broken(start, 'A JSON string is not closed on its line.');
        this.#at = at + 1;
        const { text, toText } = made.build(at);
        return { text, toFile: toText };
      }
      const letter = this.text[at + 1] ?? '';
      const code = letter === 'u' ? /^[0-9a-f]{4}/i.exec(this.text.slice(at + 2, at + 6)) : null;
      made.push(
        code ? String.fromCharCode(Number.parseInt(code[0], 16)) : (escapes[letter] ?? letter),
        at,
        true,
      );
      from = at + (code ? 6 : 2);
    }
  }
}

/** Reads JSON; what stands before a mistake is kept. */
export function readJson(text: string): Catalogue {
  const reader = new JsonReader(text);
  try {
    reader.read();
    return { entries: reader.entries, repeats: reader.repeats };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const { at, message } = error;
    const { entries, repeats } = reader;
    return { entries, repeats, problem: { start: at, end: Math.min(at + 1, text.length), message } };
  }
}
