import type { Span, Syntax } from '../../../model/template.js';

/** Something that was meant to be a placeholder, and how it should be written. */
export interface Near extends Span {
  readonly how: 'spaced' | 'brace' | 'conversion';
  readonly name: string;
  readonly replacement: string;
}

interface Pattern {
  readonly how: Near['how'];
  readonly sign: RegExp;
  readonly write: (name: string, match: RegExpMatchArray) => string;
}

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.]{0,60}`;
/** Compiled when a text of its language is looked at: most runs see one or two of all languages. */
function pattern(how: Near['how'], sign: string, write: Pattern['write']): Pattern {
  let compiled: RegExp | undefined;
  return {
    how,
    get sign() {
      compiled ??= new RegExp(sign, 'gu');
      return compiled;
    },
    write,
  };
}

/** `${name` that nothing closes on its line. */
const openDollar = pattern(
  'brace',
  String.raw`\$!?\{(?<name>${name})(?=[\s,.;:<)]|$)(?![^{}\n]{0,80}\})`,
  (one) => `\${${one}}`,
);

/** A word that a brace closes and none on its line opens. */
const lostOpening = (sigil: string, write: Pattern['write']): Pattern =>
  pattern('brace', String.raw`(?<=^|[\s>"'(])(?<!\{[^{}\n]{0,80})${sigil}(?<name>${name})\}(?!\})`, write);

/** What goes wrong with the delimiters of house styles: a space inside, a brace that is lost, a letter that is. */
const patterns: Readonly<Partial<Record<Syntax, readonly Pattern[]>>> = {
  percent: [
    pattern('spaced', String.raw`%[ \u00A0]\{[ \u00A0]?(?<name>${name})[ \u00A0]?\}`, (one) => `%{${one}}`),
    pattern(
      'spaced',
      String.raw`%\{(?:[ \u00A0](?<name>${name})[ \u00A0]?|(?<named>${name})[ \u00A0])\}`,
      (one) => `%{${one}}`,
    ),
    pattern(
      'brace',
      String.raw`%\{(?<name>${name})(?![\p{L}\p{N}_.{}|]|[ \u00A0]\})[)\]>]?`,
      (one) => `%{${one}}`,
    ),
    pattern('brace', String.raw`%[(\[](?<name>${name})\}`, (one) => `%{${one}}`),
    lostOpening('%', (one) => `%{${one}}`),
  ],
  printf: [
    pattern(
      'spaced',
      String.raw`%[ \u00A0]\((?<name>${name})\)[ \u00A0]?[sd](?![\p{L}])`,
      (one) => `%(${one})s`,
    ),
    pattern('spaced', String.raw`%\((?<name>${name})\)[ \u00A0][sd](?![\p{L}])`, (one) => `%(${one})s`),
    pattern(
      'spaced',
      String.raw`%[ \u00A0](?<name>\d)\$[ \u00A0]?[sd@](?![\p{L}])|%(?<named>\d)(?:[ \u00A0]\$[ \u00A0]?|\$[ \u00A0])[sd@](?![\p{L}])`,
      (one) => `%${one}$s`,
    ),
    pattern(
      'conversion',
      String.raw`(?<!\p{N})%\((?<name>${name})\)(?![-+ #0\d.]{0,6}[sdifrxegEGcuoX])`,
      (one) => `%(${one})s`,
    ),
    pattern(
      'brace',
      String.raw`(?<!\p{N})%\((?<name>${name})(?=[\s,;:!?<]|$)(?![^()\n]{0,80}\))`,
      (one) => `%(${one})s`,
    ),
    pattern('conversion', String.raw`(?<!\p{N})%(?<name>\d)\$(?=[\s,;:!?<)]|$)`, (one) => `%${one}$s`),
  ],
  ampscript: [
    pattern('brace', `(?<!%)%%(?<name>${name})%(?![%\\p{L}\\p{N}])`, (one) => `%%${one}%%`),
    pattern('brace', `(?<![%\\p{L}\\p{N}])%(?<name>${name})%%(?!%)`, (one) => `%%${one}%%`),
  ],
  stars: [
    pattern(
      'brace',
      String.raw`\*\|(?<name>[A-Z][A-Z0-9_:]{0,60})(?:\*(?!\|)|\|(?!\*)|(?=[ ,.;<\n]|$))`,
      (one) => `*|${one}|*`,
    ),
    pattern('brace', String.raw`(?<![*\p{L}])\|(?<name>[A-Z][A-Z0-9_]{1,60})\|\*`, (one) => `*|${one}|*`),
  ],
  angles: [
    pattern('brace', `<<(?<name>${name})>(?!>)`, (one) => `<<${one}>>`),
    pattern('brace', String.raw`(?<![<\p{L}])<(?<name>[\p{Lu}]${name})>>`, (one) => `<<${one}>>`),
  ],
  parens: [
    pattern('brace', String.raw`\(\((?<name>[\p{L}][\p{L}\p{N}_ ]{0,40})\)(?!\))`, (one) => `((${one}))`),
    pattern(
      'brace',
      String.raw`(?<=^|[\s>"'])\((?<name>[\p{L}][\p{L}\p{N}_ ]{0,40})\)\)(?<!\([^()\n]{0,80}\([^()\n]{0,80}\)\))`,
      (one) => `((${one}))`,
    ),
  ],
  dollar: [
    pattern('spaced', String.raw`\$[ \u00A0]\{[ \u00A0]?(?<name>${name})[ \u00A0]?\}`, (one) => `\${${one}}`),
    pattern('brace', String.raw`\$\{(?<name>${name})(?![\p{L}\p{N}_.{}!?[(| ]|-|\})`, (one) => `\${${one}}`),
    openDollar,
    lostOpening('\\$', (one) => `\${${one}}`),
    pattern(
      'brace',
      String.raw`\{\$(?<name>${name})(?=[\s,.;:<)]|$)(?![^{}\n]{0,80}\})`,
      (one) => `{$${one}}`,
    ),
  ],
  percents: [
    pattern(
      'brace',
      String.raw`(?<![%\p{L}\p{N}]|\p{N}[ \u00A0])%(?![0-9A-Fa-f]{2}%)(?<name>${name})(?=[\s,;:!?<)]|\.(?:\s|$)|$)(?![^%\n]{0,3}%)`,
      (one) => `%${one}%`,
    ),
  ],
  at: [
    pattern(
      'brace',
      String.raw`(?<![@\p{L}\p{N}._-])@(?<name>[A-Z][A-Z0-9_]{1,60})(?=[\s,;:!?<)]|\.(?:\s|$)|$)`,
      (one) => `@${one}@`,
    ),
  ],
  velocity: [openDollar],
  blade: [
    pattern(
      'brace',
      String.raw`\{\{[ ]?\$(?<name>${name}(?:->${name}){0,4})[ ]?(?:\}(?!\})|(?=[<\n]))`,
      (one) => `{{ $${one} }}`,
    ),
  ],
  braces: [
    pattern(
      'brace',
      String.raw`(?<![{$%#@\p{L}])\{(?<name>${name}|\d{1,2})(?=[\s,.;:!?<"')]|$)(?![^{}\n]{0,80}\})`,
      (one) => `{${one}}`,
    ),
    lostOpening('', (one) => `{${one}}`),
  ],
};

/** Curly tags whose braces were torn apart: `{ {name}}`, `{{name} }`. */
const torn = pattern(
  'spaced',
  String.raw`\{[ \u00A0]\{[ \u00A0]?(?<name>${name})[ \u00A0]?\}(?:\}|[ \u00A0]\})|\{\{[ \u00A0]?(?<named>${name})[ \u00A0]?\}[ \u00A0]\}`,
  (one) => `{{${one}}}`,
);

const curly = new Set<Syntax>(['handlebars', 'mustache', 'liquid', 'jinja', 'django', 'twig', 'nunjucks']);

const alsoRead: Readonly<Partial<Record<Syntax, Syntax>>> = { percent: 'angles' };

function patternsOf(syntax: Syntax, text: string): readonly Pattern[] {
  if (curly.has(syntax)) return [torn];
  const own = patterns[syntax] ?? [];
  const second = alsoRead[syntax];
  return second && text.includes('<<') ? [...own, ...patterns[second]!] : own;
}

/** Places of a text that were meant to be placeholders of its language. */
export function nearPlaceholders(text: string, syntax: Syntax): Near[] {
  const found: Near[] = [];
  for (const { how, sign, write } of patternsOf(syntax, text))
    for (const match of text.matchAll(sign)) {
      const field = match.groups!.name ?? match.groups!.named!;
      const span = { start: match.index, end: match.index + match[0].length };
      found.push({ ...span, how, name: field, replacement: write(field, match) });
    }
  return found.sort((a, b) => a.start - b.start);
}
