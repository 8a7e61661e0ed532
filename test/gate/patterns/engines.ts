/** A template language as files have it: how a value is put out, and what only it says. */
export interface Engine {
  readonly ending: string;
  readonly put: (name: string) => string;
  /** The same with its closing sign torn. */
  readonly torn: (name: string) => string;
  /** Something only this language says, so that it is told; empty where its ending or its tags do. */
  readonly sign: string;
}

const engine = (ending: string, open: string, close: string, torn: string, sign = ''): Engine => ({
  ending,
  put: (name) => `${open}${name}${close}`,
  torn: (name) => `${open}${name}${torn}`,
  sign,
});

/** Languages whose files hold one text each. */
export const engines: Readonly<Record<string, Engine>> = {
  Handlebars: engine('hbs', '{{', '}}', '}'),
  Mustache: engine('mustache', '{{', '}}', '}'),
  Liquid: engine('liquid', '{{ ', ' }}', ' }'),
  Jinja: engine('j2', '{{ ', ' }}', ' }'),
  Django: engine('html', '{{ ', ' }}', ' }', '{% load i18n %}'),
  Twig: engine('twig', '{{ ', ' }}', ' }'),
  Nunjucks: engine('njk', '{{ ', ' }}', ' }'),
  Blade: engine('blade.php', '{{ $', ' }}', ' }', '@if($x) @endif'),
  Go: engine('gotmpl', '{{.', '}}', '}'),
  FreeMarker: engine('ftl', `\${`, '}', ''),
  Velocity: engine('vm', `\${`, '}', '', '#if($x)#end'),
  Thymeleaf: engine('html', `[[\${`, '}]]', ']]', `<i th:text="\${x}"></i>`),
  Razor: engine('cshtml', '@(Model.', ')', ''),
  ERB: engine('erb', '<%= @', ' %>', ' '),
  EJS: engine('ejs', '<%= ', ' %>', ' '),
  AMPscript: engine('amp', '%%', '%%', '%', '%%[ SET @a = 1 ]%%'),
  PHP: engine('php', '<?= $', ' ?>', ' ', '<?php $a = 1; ?>'),
  'merge tags': {
    ending: 'html',
    put: (name) => `*|${name.toUpperCase()}|*`,
    torn: (name) => `*|${name.toUpperCase()}*`,
    sign: '',
  },
  percent: engine('html', '%{', '}', ''),
  braces: engine('html', '{', '}', ' '),
  dollar: engine('html', `\${`, '}', ''),
  'dollar inside': engine('html', '{$', '}', ''),
  angles: engine('html', '<<', '>>', '>'),
  parentheses: engine('html', '((', '))', ')'),
  at: {
    ending: 'html',
    put: (name) => `@${name.toUpperCase()}@`,
    torn: (name) => `@${name.toUpperCase()}`,
    sign: '',
  },
};

/** Mail of HTML only: these share their ending with markup, so no file of theirs is plain text. */
export const neverPlain = new Set(
  Object.entries(engines).flatMap(([name, { ending }]) => (ending === 'html' ? [name] : [])),
);
