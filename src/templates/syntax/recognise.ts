import type { Syntax } from '../../model/template.js';

const byEnding: ReadonlyMap<string, Syntax> = new Map([
  ['hbs', 'handlebars'],
  ['handlebars', 'handlebars'],
  ['mustache', 'mustache'],
  ['liquid', 'liquid'],
  ['j2', 'jinja'],
  ['jinja', 'jinja'],
  ['jinja2', 'jinja'],
  ['njk', 'nunjucks'],
  ['nunjucks', 'nunjucks'],
  ['twig', 'twig'],
  ['blade', 'blade'],
  ['ftl', 'freemarker'],
  ['ftlh', 'freemarker'],
  ['vm', 'velocity'],
  ['cshtml', 'razor'],
  ['razor', 'razor'],
  ['erb', 'erb'],
  ['ejs', 'ejs'],
  ['gotmpl', 'go'],
  ['gohtml', 'go'],
  ['tmpl', 'go'],
  ['ampscript', 'ampscript'],
  ['arb', 'icu'],
]);

type Sign = readonly [Syntax, RegExp];

/** Signs that are one engine's alone; the first that is seen decides. */
const certain: readonly Sign[] = [
  ['php', /<\?(?:php\b|=)/],
  ['ampscript', /%%\[|%%=|%%[A-Za-z_][\w ]{0,60}%%/],
  [
    'thymeleaf',
    /\b(?:data-)?th[:-](?:text|utext|href|if|unless|each|with|lang|replace|insert|src|attr|value|block)\b|\[[[(][$*#]\{/,
  ],
  [
    'freemarker',
    /<#(?:if|list|assign|include|import|macro|else|ftl|--|setting|compress|escape|switch|noparse)\b|<#--|<@[a-z]/,
  ],
  [
    'erb',
    /<%[=-]?\s*(?:@|yield\b|render\b|t[ (]|if @|unless @)|\bdo\s*(?:\|[^|\n]{1,60}\|)?\s*-?%>|<%-?\s*end\s*-?%>/,
  ],
  ['ejs', /<%[-_]?\s*\}|\{\s*[-_]?%>|<%-\s*[\w.(]|<%=\s*[\w.]+\s*%>|<%_/],
  ['erb', /<%/],
  [
    'django',
    /\{%-?\s*(?:load|trans|blocktrans|blocktranslate|translate|url|static|autoescape|comment|csrf_token|now)\b|\{\{[^{}\n]{1,100}\|\s?\w+:["'\w]/,
  ],
  [
    'liquid',
    /\{%-?\s*(?:assign|capture|unless|elsif|case|render|endunless|connected_content|abort_message|tablerow)\b|\|\s*\w+:\s|\{\{\s*\$\{|\.\$\{|\|\s*(?:upcase|downcase|capitalize|strip_html|date|money|plus|minus|times|divided_by|append|prepend|truncate|escape|newline_to_br|default):?\s*['"}|]/,
  ],
  [
    'twig',
    /\{\{[^{}\n]{1,100}(?:\|trans\b|\?\?|~ ?['"])|\{%-?\s*(?:embed|use|apply|sandbox|elseif|trans_default_domain)\b|\bpath\('|\burl\('|\bapp\.\w/,
  ],
  [
    'jinja',
    /\{%[-+]?\s*(?:set|macro|elif|call|import|from|do|filter)\b|\{\{[^{}\n]{1,100}\|\s*\w+\(|\{\{[^{}\n]{1,100}\|\s*(?:e|safe|title|upper|lower|trim|capitalize|tojson|urlencode|nl2br|striptags|float|int|round)\b/,
  ],
  [
    'go',
    /\{\{-?\s*(?:\.[A-Za-z_]|(?:if|range|with|template|define|block|else if|end|printf|and|or|not|eq|ne|lt|gt|len|index|html|urlquery)\s[^{}]{0,80}[.$]|end\s*-?\}\}|define\s|template\s|\$\w)/,
  ],
  ['jinja', /\{%/],
  ['icu', /\{\s*[\p{L}\p{N}_]+\s*,\s*(?:plural|select|selectordinal)\s*,/u],
  [
    'handlebars',
    /\{\{~?[#/]?(?:if|each|unless|with|else)\b|\{\{>|\{\{~|\{\{!--|\{\{#\*|\{\{[\w.-]{1,60} (?:"|'|[\w.]{1,60}=)/,
  ],
  ['liquid', /\{\{[^{}\n]{1,100}\|/],
  ['handlebars', /\{\{/],
  ['velocity', /(?:^|[\s>;])#(?:if|foreach|set|parse|include|macro|elseif)\s?\(|\$!\{?[a-z]/],
];

/** House styles: of those a text seems to have, the one with most signs; the first of as many. */
const styles: readonly Sign[] = [
  ['stars', /\*\|[A-Za-z][\w:. -]{0,60}\|\*/],
  ['dollar', /\$\{[\p{L}_][^{}\n]{0,80}\}|\{\$[\p{L}_][\w.>-]{0,80}\}/u],
  ['percent', /%[ \u00A0]?\{[\p{L}_ ][^{}\n]{0,60}|%<[a-z_]\w*>[-+0-9.]*[sdfx]/u],
  ['percents', /(?<![%\p{N}])%(?![0-9A-Fa-f]{2}%)[\p{L}_][\p{L}\p{N}_.]{1,60}%/u],
  ['printf', /(?<!\p{N})%[ \u00A0]?\([\p{L}_][\p{L}\p{N}_]*\)/u],
  ['angles', /<<[A-Za-z][\w. -]{0,60}>>/],
  ['parens', /\(\([\p{L}][^()\n]{0,80}\)\)/u],
  ['messageformat', /\{\d+\s*,\s*(?:choice|number|date|time)\b/],
  ['braces', /(?<![$%#{][ \u00A0]?)\{(?:[\p{L}_][\p{L}\p{N}_.]{0,60}|\d{1,2})\}/u],
  [
    'printf',
    /%\d{1,2}\$[-+#0]?\d{0,2}(?:\.\d{1,2})?[sdiufxXgec@]|%[sd@](?![\p{L}])|(?<![\p{N}%])%0?\d{0,2}\.\d{1,2}f(?![\p{L}\p{N}])/u,
  ],
  ['at', /@[A-Z][A-Z0-9_]{1,60}@/],
  ['brackets', /\[[A-Za-z]+(?:_[A-Za-z]+)+\](?!\()/],
];

/** Where a file's name narrows what its signs can mean. */
const narrowed: readonly (readonly [RegExp, ReadonlyMap<Syntax, Syntax>])[] = [
  [
    /\.properties(?:\.\w+)?$/,
    new Map([
      ['braces', 'messageformat'],
      ['icu', 'messageformat'],
    ]),
  ],
  [/\.(?:json|ya?ml)$/, new Map([['handlebars', 'mustache']])],
  [/\.html\.twig$|\.txt\.twig$/, new Map([['jinja', 'twig']])],
];

const everywhere = styles.map(
  ([syntax, { source, flags }]) => [syntax, new RegExp(source, `${flags}g`)] as const,
);

function styleOf(text: string): Syntax | undefined {
  let found: Syntax | undefined;
  let most = 0;
  for (const [syntax, sign] of everywhere) {
    const count = text.match(sign)?.length ?? 0;
    if (count > most) [found, most] = [syntax, count];
  }
  return found;
}

const colon = /(?<![\p{L}\p{N}:/&])::?[a-z_][a-z0-9_]*(?![\p{L}\p{N}]*:[\p{L}\p{N}_])/iu;

/** As much of a text as tells its language. */
const bare = (text: string): string => (text.length > 200_000 ? text.slice(0, 200_000) : text);

const usual: readonly Syntax[] = ['messageformat', 'icu', 'braces'];

/** The template language of a text, told by the file's name and by what stands in it. */
export function recogniseSyntax(path: string, text: string): Syntax {
  const endings = path.toLowerCase().split('/').at(-1)!.split('.').slice(1).reverse();
  for (const ending of endings) {
    const known = byEnding.get(ending);
    if (known === 'ejs' && endings.includes('properties')) return 'messageformat';
    if (known && !(known === 'ejs' && /\bth:\w/.test(text) && !/<%/.test(text))) return known;
  }
  const sample = bare(text);
  const prose = /\{/.test(sample) ? sample.replace(/<style\b[\s\S]{0,100000}?<\/style>/gi, ' ') : sample;
  const found = certain.find(([, sign]) => sign.test(prose))?.[0] ?? styleOf(prose);
  if (
    /(?:^|\/)lang\/.*\.(?:php|json)$|\.php$/.test(path) &&
    (!found || usual.includes(found)) &&
    colon.test(sample)
  )
    return 'colon';
  if (!found) return /(?:^|\/)(?:resources\/)?lang\//.test(path) && colon.test(sample) ? 'colon' : 'none';
  return narrowed.find(([where]) => where.test(path))?.[1].get(found) ?? found;
}
