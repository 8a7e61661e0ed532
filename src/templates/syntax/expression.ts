import type { FieldUse, HelperUse } from '../../model/template.js';
import type { Dialect } from './dialect.js';
import type { Token } from './lex.js';

/** A value that an expression asks for, still as it is written. */
export interface Operand {
  readonly token: Token;
  role: FieldUse['role'];
  readonly filters: string[];
  fallback: boolean;
  /** The path without the method that is called on it. */
  readonly path: string;
}

interface Group {
  /** First operand that a filter or a default behind it is about. */
  from: number;
  readonly calls: readonly string[];
  positions: number;
  filtering: boolean;
  readonly helper: boolean;
}

export interface Expression {
  readonly operands: readonly Operand[];
  readonly helpers: readonly HelperUse[];
}

const opens = new Set(['(', '[', '{']);
const closes = new Set([')', ']', '}']);
const operandKinds = new Set(['path', 'string', 'number']);

class Reader {
  readonly operands: Operand[] = [];
  readonly helpers: HelperUse[] = [];
  readonly #groups: Group[];
  #at = 0;
  /** The next value belongs to a key. */
  #keyed = false;

  constructor(
    readonly tokens: readonly Token[],
    readonly dialect: Dialect,
    readonly role: FieldUse['role'],
  ) {
    this.#groups = [this.#group([], false)];
  }

  #group = (calls: readonly string[], helper: boolean): Group => ({
    from: this.operands.length,
    calls,
    positions: 0,
    filtering: !helper && this.#groups?.at(-1)?.filtering === true,
    helper,
  });

  get #top(): Group {
    return this.#groups.at(-1)!;
  }

  #earlier = (): Operand[] =>
    this.operands.slice(this.#top.from).filter(({ role }) => role !== 'argument' || this.role === 'argument');

  read(): Expression {
    for (; this.#at < this.tokens.length; this.#at++) {
      const token = this.tokens[this.#at]!;
      if (token.kind === 'sign') this.#sign(token);
      else if (token.kind === 'path') this.#path(token);
      else this.#top.positions++;
    }
    return { operands: this.operands, helpers: this.helpers };
  }

  #sign({ text }: Token): void {
    const { dialect } = this;
    if (dialect.otherwise?.has(text)) for (const operand of this.#earlier()) operand.fallback = true;
    else if (opens.has(text)) this.#groups.push(this.#group(this.#top.calls, false));
    else if (closes.has(text) && this.#groups.length > 1) this.#groups.pop();
    else if (text === '|' && dialect.pipes) this.#filter();
    else if (text === ',' && !this.#top.filtering) this.#top.from = this.operands.length;
    else if (text === '?' && dialect.ternary)
      for (const operand of this.#earlier()) operand.role = 'condition';
  }

  #filter(): void {
    const filter = this.tokens[this.#at + 1];
    if (filter?.kind !== 'path') return;
    this.#at++;
    this.helpers.push({ name: filter.text, kind: 'filter', start: filter.start, end: filter.end });
    for (const operand of this.#earlier()) {
      operand.filters.push(filter.text);
      if (this.dialect.defaults?.has(filter.text)) operand.fallback = true;
    }
    this.#top.filtering = true;
  }

  #path(token: Token): void {
    const { dialect } = this;
    const next = this.tokens[this.#at + 1];
    const before = this.tokens[this.#at - 1]?.text;
    if (dialect.otherwise?.has(token.text)) {
      for (const operand of this.#earlier()) operand.fallback = true;
    } else if (dialect.tests && token.text === 'is') this.#test();
    else if (dialect.inlineIf && token.text === 'if') this.#inlineIf();
    else if (dialect.symbols && before === ':' && this.tokens[this.#at - 1]!.end === token.start)
      this.#top.positions++;
    else if (dialect.keywords.has(token.text)) this.#top.positions = 0;
    else if (this.#isKey(next, before)) {
      this.#keyed = true;
      this.#at++;
    } else if (this.#isMethod(token)) for (const operand of this.#earlier()) operand.filters.push(token.text);
    else if (next?.text === '(' && next.start === token.end) this.#call(token);
    else if (this.#isCommand(token, next, before)) this.#command(token);
    else this.#operand(token, token.text);
  }

  /** A test such as `is not none` asks about what stands before it. */
  #test(): void {
    if (this.tokens[this.#at + 1]?.text === 'not') this.#at++;
    this.#at++;
    for (const operand of this.#earlier())
      operand.role = operand.role === 'output' ? 'condition' : operand.role;
  }

  #inlineIf(): void {
    const asked = this.tokens
      .slice(this.#at + 1)
      .filter(({ kind }) => kind === 'path')
      .map(({ text }) => text);
    for (const operand of this.#earlier()) if (asked.includes(operand.token.text)) operand.fallback = true;
  }

  #isKey(next: Token | undefined, before: string | undefined): boolean {
    const { keys } = this.dialect;
    if (next?.text === '=') return keys === '=' || keys === 'both';
    if (next?.text !== ':' || before === '?') return false;
    return keys === ':' || keys === 'both';
  }

  /** A name behind `).` is a method of what the parenthesis gives. */
  #isMethod(token: Token): boolean {
    const dot = this.tokens[this.#at - 1];
    const before = this.tokens[this.#at - 2];
    return dot?.text === '.' && dot.end === token.start && before !== undefined && before.end === dot.start;
  }

  #isCommand(token: Token, next: Token | undefined, before: string | undefined): boolean {
    if (!this.dialect.commands || this.#top.positions > 0) return false;
    if (
      before !== undefined &&
      operandKinds.has(this.tokens[this.#at - 1]!.kind) &&
      !this.dialect.keywords.has(before)
    )
      return false;
    if (!next || next.start === token.end) return false;
    if (next.kind === 'path') return !this.dialect.keywords.has(next.text);
    return (
      next.kind !== 'sign' ||
      next.text === '(' ||
      (next.text === ':' && this.tokens[this.#at + 2]?.start === next.end)
    );
  }

  #call(token: Token): void {
    const arrow = token.text.lastIndexOf('->');
    const cut = Math.max(token.text.lastIndexOf('.'), arrow < 0 ? -1 : arrow + 1);
    const method = token.text.slice(cut + 1);
    if (cut > 0) {
      this.#operand(token, token.text.slice(0, cut).replace(/[?&-]$/, ''));
      this.operands.at(-1)!.filters.unshift(method);
    } else this.helpers.push({ name: token.text, kind: 'helper', start: token.start, end: token.end });
    this.#at++;
    this.#groups.push(this.#group([method, ...this.#top.calls], true));
  }

  #command(token: Token): void {
    this.helpers.push({ name: token.text, kind: 'helper', start: token.start, end: token.end });
    const { calls } = this.#groups.pop()!;
    this.#groups.push(this.#group([token.text, ...calls], true));
    this.#top.positions = 1;
  }

  #operand(token: Token, path: string): void {
    const { calls, filtering, helper } = this.#top;
    const first = this.operands.length === this.#top.from || !helper;
    const role = filtering || this.#keyed || (helper && !first) ? 'argument' : this.role;
    this.#keyed = false;
    this.#top.positions++;
    const fallback =
      this.dialect.defaults !== undefined && calls.some((call) => this.dialect.defaults!.has(call));
    this.operands.push({ token, path, role, filters: [...calls], fallback });
  }
}

/** Values and helpers of an expression, in order. */
export const readExpression = (
  tokens: readonly Token[],
  dialect: Dialect,
  role: FieldUse['role'] = 'output',
): Expression => new Reader(tokens, dialect, role).read();
