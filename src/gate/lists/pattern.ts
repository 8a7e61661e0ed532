import { fold } from './fold.js';

const separator = ',? ';
const number = '(?:\\d[\\d.,:/-]{0,12}|\\ufffc)';
const some = "[\\p{L}\\p{M}']{0,20}";
const gap = '(?:,? [^ ]{1,40}){0,4}';

/** What Arabic writes together with the word that follows: and, so, with, for, as, will, the. */
const clitics: Readonly<Record<string, string>> = { ar: '(?:[وف]?(?:[بكل]?ال|لل|[بلكس])?)' };

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');

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
      const { text, optional } = this.item(starts || !first);
      if (anchored) source += optional ? `(?:${separator}${text})?` : `${separator}${text}`;
      else source += optional ? `(?:${text}${separator})?` : text;
      anchored ||= !optional;
    }
    return source;
  }

  /** What stands between two spaces. */
  private item(starts: boolean): { text: string; optional: boolean } {
    const optional = this.words[this.at] === '[';
    let text = starts ? this.clitic : '';
    for (let first = true; !this.atEnd() && this.words[this.at] !== ' '; first = false) {
      const character = this.words[this.at]!;
      this.at += 1;
      if (character === '(' || character === '[') {
        text = (starts && first ? '' : text) + this.alternatives(starts && first);
        this.at += 1;
      } else text += { '*': some, '#': number, '@': '\\ufffc' }[character] ?? quote(character);
    }
    return { text, optional };
  }

  private atEnd(): boolean {
    return this.at >= this.words.length || '|)]'.includes(this.words[this.at]!);
  }
}

/** Source of an expression that finds the words of an entry in a folded text. */
export const patternOf = (words: string, language: string): string =>
  new Reader(fold(words).text, clitics[language] ?? '').alternatives(true);

/** Expression that finds any of several entries, as whole words, in a folded text. */
export const finderOf = (entries: readonly string[], language: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${entries.map((words) => patternOf(words, language)).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
