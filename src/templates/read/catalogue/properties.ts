import type { RepeatedKey } from '../../../model/template.js';
import { Stretches } from '../stretches.js';
import type { Catalogue, Entry } from './entry.js';
import { Keys } from './repeats.js';

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** A logical line of a .properties file, read from an offset: its text with escapes gone, and where it ends. */
function readValue(
  source: string,
  start: number,
): { text: string; toText: (at: number) => number; end: number } {
  const made = new Stretches();
  const stop = /[\\\r\n]/g;
  let from = start;
  for (;;) {
    stop.lastIndex = from;
    const at = stop.exec(source)?.index ?? source.length;
    made.push(source.slice(from, at), from, false);
    if (source[at] !== '\\' || at + 1 >= source.length) return { ...made.build(at), end: at };
    const folded = /\\\r?\n[ \t\f]*/y;
    folded.lastIndex = at;
    const code = /\\u[0-9a-fA-F]{4}/y;
    code.lastIndex = at;
    if (folded.test(source)) from = folded.lastIndex;
    else if (code.test(source)) {
      made.push(String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16)), at, true);
      from = at + 6;
    } else {
      const letter = source[at + 1]!;
      made.push(escapes[letter] ?? letter, at, true);
      from = at + 2;
    }
  }
}

/** Key up to the first `=`, `:` or space that is not escaped. */
const keyShape = /((?:[^\s=:\\]|\\.)+)[ \t\f]*[=: ]?[ \t\f]*/y;

/** Reads a .properties file (java.util.Properties.load); tags of EJS at the beginning of a line are passed over. */
export function readProperties(source: string): Catalogue {
  const entries: Entry[] = [];
  const repeats: RepeatedKey[] = [];
  const keys = new Keys(repeats);
  for (let at = 0; at < source.length; ) {
    const blank = /[\s\uFEFF]*/y;
    blank.lastIndex = at;
    blank.test(source);
    at = blank.lastIndex;
    const first = source[at];
    if (first === '#' || first === '!') at = behind(source, '\n', at);
    else if (source.startsWith('<%', at)) at = behind(source, '%>', at);
    else {
      keyShape.lastIndex = at;
      const key = keyShape.exec(source);
      if (!key) at = behind(source, '\n', at);
      else {
        const { text, toText, end } = readValue(source, keyShape.lastIndex);
        const name = key[1]!.replace(/\\(.)/g, '$1');
        keys.note(name, { start: at, end: at + key[1]!.length });
        entries.push({ path: name.split('.'), text, toFile: toText });
        at = end;
      }
    }
  }
  return { entries, repeats };
}

function behind(source: string, word: string, from: number): number {
  const at = source.indexOf(word, from);
  return at < 0 ? source.length : at + word.length;
}
