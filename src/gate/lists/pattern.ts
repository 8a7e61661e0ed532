import { fold } from './fold.js';

const separator = ',? ';
const number = '(?:\\d[\\d.,:/-]{0,12}|\\ufffc)';
/** Letters and digits of a folded text; ranges, since the classes of Unicode take long to compile. */
const letter = '0-9a-z\\u00c0-\\u1fff\\u2c00-\\ud7ff\\uf900-\\ufdff';
const some = `[${letter}']{0,20}`;
/** Where a sentence or a clause begins. */
const begin = '(?<=^|[.!?,;:("•-] )';
const gap = '(?:,? [^ ]{1,40}){0,4}';

/** What Arabic writes together with the word that follows: and, so, with, for, as, will, the. */
const clitics: Readonly<Record<string, string>> = { ar: '(?:[وف]?(?:[بكل]?ال|لل|[بلكس])?)' };

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Reads the words of an entry; every repetition is bounded, so what comes out runs in linear time. */
class Reader {
  private at = 0;
  constructor(
    private readonly words: string,
    private readonly clitic: string,
  ) {}

  /** `a b|c`, up to a closing bracket. */
  alternatives(starts: boolean): string {
    const sources = [this.sequence(starts)];
    while (this.words[this.at] === '|') {
      this.at += 1;
      sources.push(this.sequence(starts));
    }
    return sources.length === 1 ? sources[0]! : `(?:${sources.join('|')})`;
  }

  private sequence(starts: boolean): string {
    let source = '';
    let anchored = false;
    for (let first = true; !this.atEnd(); first = false) {
      while (this.words[this.at] === ' ') this.at += 1;
      if (this.atEnd()) break;
      if (this.words.startsWith('...', this.at)) {
        this.at += 3;
        source += gap;
        continue;
      }
      if (this.words[this.at] === '^') {
        this.at += 1;
        source += begin;
        continue;
      }
      const { text, optional } = this.item(starts || !first);
      if (anchored) source += optional ? `(?:${separator}${text})?` : `${separator}${text}`;
      else source += optional ? `(?:${text}${separator})?` : text;
      anchored ||= !optional;
    }
    return source;
  }

  /** What stands between two spaces; optional where all of it is in square brackets. */
  private item(starts: boolean): { text: string; optional: boolean } {
    let text = starts ? this.clitic : '';
    for (let first = true; !this.ends(); first = false) {
      const character = this.words[this.at]!;
      this.at += 1;
      if (character !== '(' && character !== '[') {
        text += { '*': some, '#': number, '@': '\\ufffc' }[character] ?? quote(character);
        continue;
      }
      const inner = this.alternatives(false);
      this.at += 1;
      if (character === '[' && first && this.ends()) return { text: text + inner, optional: true };
      text += character === '[' ? `(?:${inner})?` : inner;
    }
    return { text, optional: false };
  }

  private ends(): boolean {
    return this.atEnd() || this.words[this.at] === ' ';
  }

  private atEnd(): boolean {
    return this.at >= this.words.length || '|)]'.includes(this.words[this.at]!);
  }
}

/** Source of an expression that finds the words of an entry in a folded text. */
const patternOf = (words: string, language: string): string =>
  new Reader(fold(words).text, clitics[language] ?? '').alternatives(true);

/** Expression that finds any of several entries, as whole words, in a folded text. */
export const finderOf = (entries: readonly string[], language: string): RegExp =>
  new RegExp(
    `(?<![${letter}])(?:${entries.map((words) => patternOf(words, language)).join('|')})(?![${letter}])`,
    'g',
  );
