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

/** Prepares the reading of expressions whose paths are written in a way. */
export const lexerOf = (path: string): RegExp =>
  new RegExp(String.raw`\s+|(?<number>\d[\d._]*(?![\p{L}_]))|(?<path>${path})|(?<sign>${signs})`, 'uy');

function endOfString(text: string, start: number, limit: number): number {
  for (let i = start + 1; i < limit; i++) {
    if (text[i] === text[start]) return i + 1;
    if (text[i] === '\\') i++;
  }
  return -1;
}

const kinds = ['string', 'number', 'path', 'sign'] as const;

/** Words of an expression that stands in a text, in linear time. */
export function lex(text: string, { start, end }: Span, lexer: RegExp): Token[] {
  const tokens: Token[] = [];
  const lone = new Set<string>();
  const part = text.slice(start, end);
  for (let at = 0; at < part.length; ) {
    const first = part[at]!;
    const quoted =
      (first === '"' || first === "'") && !lone.has(first) ? endOfString(part, at, part.length) : 0;
    if (quoted < 0) lone.add(first);
    lexer.lastIndex = at;
    const groups: Readonly<Record<string, string | undefined>> | undefined =
      quoted > 0 ? { string: '' } : lexer.exec(part)?.groups;
    const next = quoted > 0 ? quoted : Math.max(lexer.lastIndex, at + 1);
    const kind = kinds.find((one) => groups?.[one] !== undefined);
    if (kind) tokens.push({ kind, text: part.slice(at, next), start: start + at, end: start + next });
    at = next;
  }
  return tokens;
}

/** A path as its sender would name it: `user['name']` is `user.name`, `lines[0].sum` is `lines[].sum`. */
export const nameOf = (path: string): string =>
  path
    .replace(/\$\{([^}]*)\}/g, '$1')
    .replace(/^(?:\$!?\{?|@{1,2})/, '')
    .replace(/\[\d+\]/g, '[]')
    .replace(/\.?\[:?['"]?([^\]'"]+)['"]?\]/g, '.$1')
    .replace(/(?:\?\.|&\.|->|::|\/)/g, '.')
    .replace(/\.(\d+)(?=\.|$)/g, '[]')
    .replace(/^\./, '');
