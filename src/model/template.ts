import type { channels } from './enums.js';

/** Offsets into a text in UTF-16 units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Template languages, and the house styles that are told by their delimiters. */
export const syntaxes = [
  'handlebars',
  'mustache',
  'liquid',
  'jinja',
  'django',
  'twig',
  'blade',
  'php',
  'nunjucks',
  'go',
  'freemarker',
  'velocity',
  'thymeleaf',
  'razor',
  'erb',
  'ejs',
  'ampscript',
  'icu',
  'fluent',
  'messageformat',
  'printf',
  'percent',
  'percents',
  'stars',
  'colon',
  'at',
  'dollar',
  'braces',
  'brackets',
  'parens',
  'angles',
  'none',
] as const;
export type Syntax = (typeof syntaxes)[number];

/** One place where a template asks for a value; the span is that of the name alone. */
export interface FieldUse extends Span {
  /** As its sender must supply it: `user.login`, `0` of a numbered argument, `lines[].amount` of an item of a list. */
  readonly name: string;
  /** The whole tag with its delimiters. */
  readonly tag: Span;
  readonly role: 'output' | 'condition' | 'loop' | 'argument';
  /** Filters and helpers that the value goes through, in order. */
  readonly filters: readonly string[];
  /** Put out without escaping: `{{{x}}}`, `|safe`, `<%- x %>`. */
  readonly raw: boolean;
  /** A default is given, or the use stands inside a condition on the same field. */
  readonly fallback: boolean;
  /** Other names it may have, where only the data tells: a section may be a list, an object or a yes. */
  readonly alternatives?: readonly string[];
  /** Made inside the template (assigned, loop variable, captured), so nobody has to supply it. */
  readonly local: boolean;
}

/** A part of a text that a template engine treats; what lies between tags is what a reader sees. */
export interface Tag extends Span {
  readonly kind: 'output' | 'open' | 'close' | 'else' | 'comment' | 'include' | 'set' | 'other';
}

/** Another template that is put in here, or around this one. */
export interface Include extends Span {
  readonly name: string;
  readonly kind: 'partial' | 'layout';
}

/** A helper, filter or tag by its name. */
export interface HelperUse extends Span {
  readonly name: string;
  readonly kind: 'helper' | 'filter' | 'tag';
}

/** Forms a text has for numbers or cases. */
export interface PluralUse extends Span {
  readonly name: string;
  readonly kind: 'plural' | 'ordinal' | 'select' | 'choice' | 'numbered';
  /** Names or numbers of the forms that are there. */
  readonly categories: readonly string[];
  /** How many numbered forms there are to be. */
  readonly of?: number;
}

/** What an engine would stumble over, or print as it stands. */
export interface SyntaxProblem extends Span {
  readonly kind: 'parse' | 'malformed' | 'quote-hides' | 'quote-vanishes';
  /** One sentence with a period. */
  readonly message: string;
  readonly expected?: string;
  /** What to put in place of the span, where that is safe. */
  readonly replacement?: string;
}

/** A key of a catalogue that stands a second time where it may stand once; places are offsets into the file. */
export interface RepeatedKey extends Span {
  readonly key: string;
  readonly first: Span;
  /** The text it led to before. */
  readonly was?: string;
}

/** What a template's text says to its engine. Spans are offsets into that text; lists are in order of `start`. */
export interface ParsedText {
  readonly syntax: Syntax;
  readonly tags: readonly Tag[];
  readonly uses: readonly FieldUse[];
  readonly includes: readonly Include[];
  readonly helpers: readonly HelperUse[];
  readonly plurals: readonly PluralUse[];
  readonly problems: readonly SyntaxProblem[];
}

export type MessageChannel = (typeof channels)[number] | 'unknown';
export const partNames = [
  'subject',
  'preheader',
  'html',
  'text',
  'sms',
  'title',
  'body',
  'letter',
  'layout',
  'partial',
  'script',
  'other',
] as const;
export type PartName = (typeof partNames)[number];

/** A file as it was read; what could not be read has an empty text and a problem. */
export interface TemplateFile {
  /** Relative to where the gate runs, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly problem?: string;
}

/** Visible text of a part: tags of the engine stand as U+FFFC each, markup is gone, spaces are as written. */
export interface Prose {
  readonly text: string;
  /** Offset in the part's text of an offset in the prose. */
  readonly toText: (offset: number) => number;
}

/** A link a reader can follow. */
export interface Link extends Span {
  /** Target as written, tags of the engine included; the span is that of the target. */
  readonly target: string;
  /** Words of the link; empty where the address stands by itself. */
  readonly words: string;
}

/** An element of markup. Spans are offsets into the part's text. */
export interface Element extends Span {
  /** Lower case. */
  readonly name: string;
  /** The opening tag. */
  readonly open: Span;
  /** By lower-case name; tags of the engine stay in the value. */
  readonly attributes: ReadonlyMap<
    string,
    { readonly value: string; readonly at: Span; readonly valueAt: Span }
  >;
  /** Position of the element that holds it; -1 at the top. */
  readonly parent: number;
}

/** One text that a reader gets, or that others are made of: a file, or one entry of a catalogue. */
export interface Part {
  readonly file: TemplateFile;
  /** Key inside a catalogue, `emails.welcome.subject`; empty for a whole file. */
  readonly key: string;
  readonly message: string;
  readonly channel: MessageChannel;
  readonly name: PartName;
  /** BCP 47 as it was found, normalised: `pt-BR`, `fa`; empty where nothing says. */
  readonly locale: string;
  readonly markup: 'html' | 'mjml' | 'text';
  /** Decoded text: escapes of the catalogue are gone. */
  readonly text: string;
  /** Offset in the file of an offset in the text. */
  readonly toFile: (offset: number) => number;
  /** Keys that lead to it and stood in its catalogue before. */
  readonly repeated?: readonly RepeatedKey[];
  readonly parsed: ParsedText;
  readonly prose: Prose;
  readonly links: readonly Link[];
  /** Elements of HTML and MJML in order; empty for plain text. */
  readonly elements: readonly Element[];
  /** Partials and layouts this part is put together with, each once, itself not among them. */
  readonly included: readonly Part[];
}
