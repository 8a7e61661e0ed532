import type { Span } from '../../model/template.js';

/** A word of an expression: a path of names, a string, a number or a sign. */
export interface Token extends Span {
  readonly kind: 'path' | 'string' | 'number' | 'sign';
  readonly text: string;
}

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*`;
const index = String.raw`\[(?:\d+|'[^'\]]*'|"[^"\]]*")\]`;

/** How paths are written; sources of sticky expressions. */
export const paths = {
  usual: String.raw`\$?${name}(?:(?:\??\.|->)(?:${name}|\d+)|(?:\?\.)?${index})*`,
  /** Liquid; `${name}` is Braze's. */
  hyphened: String.raw`(?:\$\{[\p{L}\p{N}_ -]{1,80}\}|[\p{L}_$][\p{L}\p{M}\p{N}_-]*)(?:\.\$\{[\p{L}\p{N}_ -]{1,80}\}|\.[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_-]*|\.?${index})*\??`,
  handlebars: String.raw`(?:\.\.?/)*@?(?:\[[^\]\s]+\]|[\p{L}_$][\p{L}\p{M}\p{N}_$-]*|\.\.?)(?:[./](?:\[[^\]]+\]|[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_$-]*))*`,
  go: String.raw`\$?${name}(?:\.${name})*|\$?(?:\.${name})+|\$|\.`,
  ruby: String.raw`@{0,2}${name}[?!]?(?:(?:&?\.|::)${name}[?!]?|\[(?::${name}|\d+|'[^'\]]*'|"[^"\]]*")\])*`,
  ampscript: String.raw`@?${name}(?:\.${name})*`,
  velocity: String.raw`\$!?(?:\{${name}(?:\.${name})*|${name}(?:\.${name})*)|${name}(?:\.${name})*`,
} as const;

const signs = String.raw`\|\||&&|\?\?|\?:|=>|===?|!==?|<=|>=|[^\s]`;

/** How the words of a language are told apart. */
export interface Lexer {
  readonly word: RegExp;
  readonly quotes: string;
  /** Begin of an expression inside a string, `#{`; it ends at the brace. */
  readonly interpolation?: string;
}

/** Prepares the reading of expressions whose paths are written in a way; compiled when such an expression is read. */
export function lexerOf(path: string, interpolation?: string, quotes = '"\''): Lexer {
  let word: RegExp | undefined;
  return {
    get word() {
      word ??= new RegExp(String.raw`\s+|(\d[\d._]*(?![\p{L}_]))|(${path})|(${signs})`, 'uy');
      return word;
    },
    quotes,
    ...(interpolation !== undefined && { interpolation }),
  };
}

/** End of the expression inside a string that begins at an offset. */
function endOfBraces(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++)
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  return -1;
}

interface Quoted {
  /** After the closing quote; -1 where there is none. */
  readonly end: number;
  /** Expressions inside. */
  readonly inside: readonly Span[];
}

function readString(text: string, start: number, { interpolation }: Lexer): Quoted {
  const inside: Span[] = [];
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === text[start]) return { end: i + 1, inside };
    if (text[i] === '\\') i++;
    else if (interpolation && text[start] !== "'" && text.startsWith(interpolation, i)) {
      const end = endOfBraces(text, i + interpolation.length - 1);
      if (end < 0) return { end, inside };
      inside.push({ start: i + interpolation.length, end });
      i = end;
    }
  }
  return { end: -1, inside };
}

/** What the groups of a word's expression are, by their numbers. */
const kindOf = (match: RegExpExecArray | null): Token['kind'] | undefined => {
  if (match?.[2] !== undefined) return 'path';
  if (match?.[3] !== undefined) return 'sign';
  return match?.[1] === undefined ? undefined : 'number';
};

/** Words of an expression that stands in a text, in linear time. */
export function lex(text: string, { start, end }: Span, lexer: Lexer): Token[] {
  const tokens: Token[] = [];
  const lone = new Set<string>();
  const part = text.slice(start, end);
  for (let at = 0; at < part.length; ) {
    const first = part[at]!;
    const quoted = lexer.quotes.includes(first) && !lone.has(first) ? readString(part, at, lexer) : undefined;
    if (quoted && quoted.end > 0) {
      tokens.push({
        kind: 'string',
        text: part.slice(at, quoted.end),
        start: start + at,
        end: start + quoted.end,
      });
      for (const one of quoted.inside)
        tokens.push(...lex(text, { start: start + one.start, end: start + one.end }, lexer));
      at = quoted.end;
      continue;
    }
    if (quoted) lone.add(first);
    lexer.word.lastIndex = at;
    const kind = kindOf(lexer.word.exec(part));
    const next = Math.max(lexer.word.lastIndex, at + 1);
    if (kind) tokens.push({ kind, text: part.slice(at, next), start: start + at, end: start + next });
    at = next;
  }
  return tokens;
}

/** Of a path that is no plain name or names with dots between them. */
const special = /[^\p{L}\p{M}\p{N}_.]|\.\d|^\./u;

/** A path as its sender would name it: `user['name']` is `user.name`, `lines[0].sum` is `lines[].sum`. */
export function nameOf(path: string): string {
  if (!special.test(path)) return path;
  return path
    .replace(/\$\{([^}]*)\}/g, '$1')
    .replace(/^(?:\$!?\{?|@{1,2})/, '')
    .replace(/\.?\[\d+\]/g, '[]')
    .replace(/\.?\[:?['"]?([^\]'"]+)['"]?\]/g, '.$1')
    .replace(/(?:\?\.|&\.|->|::|\/)/g, '.')
    .replace(/\.(\d+)(?=\.|$)/g, '[]')
    .replace(/^\./, '');
}
