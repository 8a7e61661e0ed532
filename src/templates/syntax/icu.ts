import type { ParsedText, PluralUse, Span } from '../../model/template.js';
import { type Draft, finish, newDraft, toUse } from './draft.js';

const head = /\{\s*([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,80})\s*(\}|,\s*([A-Za-z]+)\s*)/uy;
const selector = /\s*(?:offset\s*:\s*\d+\s*)?(=\d+|[\p{L}\p{N}_-]{1,60})\s*\{/uy;
const kinds: Readonly<Record<string, PluralUse['kind']>> = {
  plural: 'plural',
  selectordinal: 'ordinal',
  select: 'select',
};

/** Deeper nesting is nobody's message. */
const deepest = 30;

class Reader {
  readonly draft: Draft;
  at = 0;
  /** A problem that leaves the rest unreadable. */
  broken = false;

  constructor(readonly text: string) {
    this.draft = newDraft(text);
  }

  fail(start: number, end: number, message: string, expected?: string): void {
    this.broken = true;
    this.draft.problems.push({
      kind: 'parse',
      start,
      end,
      message,
      ...(expected !== undefined && { expected }),
    });
  }

  /** Reads until a brace closes what holds it, or to the end. */
  message(depth: number, inPlural: boolean): void {
    while (this.at < this.text.length && !this.broken) {
      const sign = this.text[this.at]!;
      if (sign === "'") this.quote(inPlural);
      else if (sign === '{') this.argument(depth);
      else if (sign === '}' && depth > 0) return;
      else if (sign === '}') this.fail(this.at, this.at + 1, "'}' closes what was never opened.");
      else {
        if (sign === '#' && inPlural)
          this.draft.tags.push({ start: this.at, end: this.at + 1, kind: 'other' });
        this.at++;
      }
    }
  }

  /** An apostrophe opens a quote before a brace only (ICU, MessagePattern: apostrophe mode DOUBLE_OPTIONAL). */
  quote(inPlural: boolean): void {
    const start = this.at;
    const next = this.text[start + 1];
    if (next === "'") this.at += 2;
    else if (next !== '{' && next !== '}' && !(next === '#' && inPlural)) this.at++;
    else {
      const close = this.text.indexOf("'", start + 2);
      const end = close < 0 ? this.text.length : close + 1;
      const hidden = /^'(\{\s*[\p{L}\p{N}_.]+\s*(?:,[^{}]{0,100})?\})/u.exec(
        this.text.slice(start, start + 200),
      )?.[1];
      const isMeant = hidden === undefined || (close >= 0 && !/\p{L}/u.test(this.text[start - 1] ?? ''));
      if (!isMeant)
        this.draft.problems.push({
          kind: 'quote-hides',
          start,
          end: start + 1,
          message: `A single apostrophe hides '${hidden}', which is printed as it stands.`,
          expected: "''",
          replacement: "''",
        });
      this.at = isMeant ? end : start + 1;
    }
  }

  argument(depth: number): void {
    const start = this.at;
    head.lastIndex = start;
    const match = head.exec(this.text);
    if (!match) {
      const near = /^\{[^{}\n]{0,60}\}?/.exec(this.text.slice(start, start + 70))![0];
      this.fail(start, start + near.length, `'${near}' is no argument.`);
      return;
    }
    const [whole, name, , format] = match;
    const at = { start: start + whole.indexOf(name!), end: start + whole.indexOf(name!) + name!.length };
    this.at = head.lastIndex;
    if (depth > deepest) this.fail(start, this.at, 'The message is nested too deeply.');
    else if (format !== undefined && format in kinds)
      this.choices({ ...at, name: name! }, start, format, depth);
    else {
      const close = format === undefined ? this.at - 1 : this.text.indexOf('}', this.at);
      if (close < 0) this.fail(start, start + whole.length, `'${whole}' has no end.`, '}');
      else {
        this.at = close + 1;
        const tag = { start, end: this.at };
        this.draft.tags.push({ ...tag, kind: 'output' });
        this.draft.uses.push(toUse(name!, at, tag, { filters: format === undefined ? [] : [format] }));
      }
    }
  }

  choices(argument: Span & { name: string }, start: number, format: string, depth: number): void {
    const categories: string[] = [];
    const opening = { start, end: this.at };
    this.draft.uses.push(toUse(argument.name, argument, opening, { role: 'condition', filters: [format] }));
    if (this.text[this.at] === ',') this.at++;
    for (let from = start; !this.broken; from = this.at) {
      selector.lastIndex = this.at;
      const match = selector.exec(this.text);
      if (!match) break;
      categories.push(match[1]!);
      this.draft.tags.push({
        start: from === start ? start : this.at,
        end: selector.lastIndex,
        kind: from === start ? 'open' : 'else',
      });
      this.at = selector.lastIndex;
      this.message(depth + 1, format !== 'select');
      if (this.broken) return;
      if (this.text[this.at] !== '}')
        this.fail(start, opening.end, `The choice of '${argument.name}' has no end.`, '}');
      else this.draft.tags.push({ start: this.at, end: ++this.at, kind: 'other' });
    }
    if (this.broken) return;
    this.close(argument, start, categories, format);
  }

  close(argument: Span & { name: string }, start: number, categories: string[], format: string): void {
    const [gap] = /^\s*/.exec(this.text.slice(this.at, this.at + 200))!;
    const close = this.at + gap.length;
    if (this.text[close] !== '}') {
      this.fail(start, this.at, `The choice of '${argument.name}' has no end.`, '}');
      return;
    }
    this.draft.tags.push({ start: close, end: close + 1, kind: 'close' });
    this.at = close + 1;
    this.draft.plurals.push({ start, end: this.at, kind: kinds[format]!, name: argument.name, categories });
    if (!categories.includes('other'))
      this.draft.problems.push({
        kind: 'parse',
        start,
        end: this.at,
        message: `The choice of '${argument.name}' has no 'other'.`,
        expected: 'other {…}',
      });
  }
}

/** ICU MessageFormat (unicode-org.github.io/icu, Formatting Messages). */
export function parseIcu(text: string): ParsedText {
  const reader = new Reader(text);
  reader.message(0, false);
  return finish(reader.draft, 'icu');
}
