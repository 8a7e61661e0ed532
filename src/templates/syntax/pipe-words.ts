import type { Syntax } from '../../model/template.js';
import type { Dialect } from './dialect.js';
import { lexerOf, paths } from './lex.js';
import { words } from './words.js';

/** What a statement tag does, by its first word. */
export type Statement =
  | 'if'
  | 'unless'
  | 'turn'
  | 'else'
  | 'for'
  | 'case'
  | 'set'
  | 'set-block'
  | 'with'
  | 'include'
  | 'layout'
  | 'macro'
  | 'import'
  | 'block'
  | 'opaque'
  | 'print'
  | 'plain';

const table = (rows: Readonly<Partial<Record<Statement, string>>>): ReadonlyMap<string, Statement> =>
  new Map(
    Object.entries(rows).flatMap(([statement, list]) =>
      list.split(' ').map((word) => [word, statement as Statement] as const),
    ),
  );

/** Statements of Jinja, Nunjucks, Django and Twig. */
const jinjaWords = table({
  if: 'if ifchanged ifequal ifnotequal ifAsync',
  turn: 'elif elseif elsif',
  else: 'else empty plural pluralize',
  for: 'for asyncEach asyncAll',
  set: 'set do cycle firstof now lorem widthratio regroup url static get_current_language get_language_info',
  with: 'with embed',
  include: 'include include_once',
  layout: 'extends',
  macro: 'macro call',
  import: 'import from load use csrf_token debug templatetag return continue break break_at',
  block:
    'block filter spaceless autoescape apply sandbox cache blocktrans blocktranslate trans-block localize timezone language localtime switch autoescape_block',
  opaque: 'raw verbatim comment',
  print: 'trans translate include_media deprecated',
});

/** Statements of Liquid, with those of the mail services that use it. */
const liquidWords = table({
  if: 'if ifchanged',
  unless: 'unless',
  turn: 'elsif elseif',
  else: 'else when',
  for: 'for tablerow',
  case: 'case',
  set: 'assign increment decrement cycle echo connected_content abort_message message_extras',
  'set-block': 'capture',
  include: 'include render section sections content_for',
  layout: 'layout extends',
  block: 'block form paginate style stylesheet javascript schema catch_all',
  opaque: 'raw comment doc',
  plain: 'liquid break continue',
});

const keywords = words(
  'and or not in is true false True False None none null nil empty blank contains if elif else endif as only with without context ignore missing recursive by from import parsed noop asvar count limit offset reversed cols range trimmed starts ends matches b-and b-or b-xor',
);

const jinja: Dialect = {
  lexer: lexerOf(paths.usual),
  keywords,
  pipes: true,
  whole: true,
  keys: 'both',
  otherwise: words('or ?? ?:'),
  defaults: words('default d default_if_none'),
  tests: true,
  inlineIf: true,
  ternary: true,
};

const liquid: Dialect = {
  lexer: lexerOf(paths.hyphened),
  keywords,
  pipes: true,
  whole: true,
  keys: ':',
  defaults: words('default'),
};

export interface PipeLanguage {
  readonly words: ReadonlyMap<string, Statement>;
  readonly dialect: Dialect;
  readonly rawFilters: ReadonlySet<string>;
  /** Names the engine makes. */
  readonly made: readonly string[];
}

/** The languages whose tags are `{{ }}` and `{% %}`. */
export const pipeLanguageOf = (syntax: Syntax): PipeLanguage =>
  syntax === 'liquid'
    ? { words: liquidWords, dialect: liquid, rawFilters: words('raw'), made: ['forloop', 'tablerowloop'] }
    : {
        words: jinjaWords,
        dialect: jinja,
        rawFilters: words('safe raw'),
        made: [
          'loop',
          'forloop',
          'self',
          'super',
          'caller',
          'varargs',
          'kwargs',
          '_self',
          '_context',
          'csrf_token',
          'block',
        ],
      };
