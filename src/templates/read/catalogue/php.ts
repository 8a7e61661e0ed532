import type { Prose, RepeatedKey, Span } from '../../../model/template.js';
import { Stretches } from '../stretches.js';
import { type Catalogue, deepest, type Entry } from './entry.js';
import { Keys } from './repeats.js';

const doubles: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', e: '\x1b', f: '\f' };

interface Quoted extends Prose {
  readonly end: number;
}

/** A string between quotes from its opening quote on; without a closing quote it goes to the end. */
export function readQuoted(source: string, start: number): Quoted {
  const quote = source[start]!;
  const made = new Stretches();
  const stop = quote === '"' ? /["\\]/g : /['\\]/g;
  let from = start + 1;
  for (;;) {
    stop.lastIndex = from;
    const at = stop.exec(source)?.index ?? source.length;
    made.push(source.slice(from, at), from, false);
    if (source[at] !== '\\' || at + 1 >= source.length) return { ...made.build(at), end: at + 1 };
    const letter = source[at + 1]!;
    const known = letter === quote || letter === '\\' || (quote === '"' && letter === '$');
    made.push(known ? letter : (quote === '"' && doubles[letter]) || `\\${letter}`, at, true);
    from = at + 2;
  }
}

const spanOf = ({ toText, end }: Quoted): Span => ({ start: toText(0), end: end - 1 });

const token = /\s+|\/\/[^\n]*|#(?!\[)[^\n]*|=>|[[\](),;.]|["']|array\b|return\b|\$?\w+|\/\*|[\s\S]/y;

interface Level {
  readonly keys: Keys;
  readonly close: string;
  key: string | undefined;
  count: number;
}

/** Strings of the array a PHP file returns, by their keys. Nothing else of PHP is understood, or run. */
class PhpReader {
  readonly entries: Entry[] = [];
  readonly repeats: RepeatedKey[] = [];
  readonly #levels: Level[] = [];
  #at = 0;
  #pending: Quoted | undefined;
  #joined = false;

  constructor(private readonly source: string) {}

  read(): void {
    this.#at = /\breturn\s*(?:array\s*)?[[(]/.exec(this.source)?.index ?? this.source.length;
    while (this.#at < this.source.length) {
      token.lastIndex = this.#at;
      const found = token.exec(this.source)![0];
      if (found === '/*') this.#at = this.#behind('*/');
      else if (found === '"' || found === "'") {
        this.#take(readQuoted(this.source, this.#at));
      } else {
        this.#at += found.length;
        this.#punctuation(found);
      }
    }
  }

  #behind(word: string): number {
    const at = this.source.indexOf(word, this.#at);
    return at < 0 ? this.source.length : at + word.length;
  }

  #take(quoted: Quoted): void {
    this.#joined = this.#pending !== undefined;
    this.#pending = quoted;
    this.#at = quoted.end;
  }

  #punctuation(found: string): void {
    const level = this.#levels.at(-1);
    if ((found === '[' || found === '(') && this.#levels.length < deepest)
      this.#levels.push({
        keys: new Keys(this.repeats),
        close: found === '[' ? ']' : ')',
        key: undefined,
        count: 0,
      });
    else if (level && found === '=>') {
      if (this.#pending && !this.#joined) level.keys.note(this.#pending.text, spanOf(this.#pending));
      level.key = this.#pending?.text;
      this.#pending = undefined;
    } else if (level && (found === ',' || found === level.close)) this.#endItem(level, found);
    else if (!/^(?:\s|\/\/|#|array|return|\.)/.test(found)) this.#pending = undefined;
  }

  #endItem(level: Level, found: string): void {
    if (this.#pending && !this.#joined) {
      const path = this.#levels.map(({ key, count }) => key ?? String(count));
      this.entries.push({ path, text: this.#pending.text, toFile: this.#pending.toText });
    }
    this.#pending = undefined;
    this.#joined = false;
    if (found === level.close) this.#levels.pop();
    else {
      level.count++;
      level.key = undefined;
    }
  }
}

/** Reads a PHP file that returns an array of texts. */
export function readPhp(source: string): Catalogue {
  const reader = new PhpReader(source);
  reader.read();
  return { entries: reader.entries, repeats: reader.repeats };
}

const line = /^\s*("(?:[^"\\\n]|\\[\s\S])*"|[\w.-]+)\s*=\s*(?=")/gm;

/** Reads a .strings file of Apple's: `"key" = "value";`. */
export function readStrings(source: string): Catalogue {
  const entries: Entry[] = [];
  const repeats: RepeatedKey[] = [];
  const keys = new Keys(repeats);
  for (let match = line.exec(source); match; match = line.exec(source)) {
    const value = readQuoted(source, line.lastIndex);
    const key = match[1]!.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
    const start = match.index + match[0].indexOf(match[1]!);
    keys.note(key, { start, end: start + match[1]!.length });
    entries.push({ path: key.split('.'), text: value.text, toFile: value.toText });
    line.lastIndex = Math.max(value.end, line.lastIndex);
  }
  return { entries, repeats };
}
