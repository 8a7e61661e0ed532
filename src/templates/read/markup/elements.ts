import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Element, Span } from '../../../model/template.js';
import { masked } from './mask.js';
import { blocks, closedBy, hidden, isSelfClosing, reach } from './names.js';
import type { ProseBuilder } from './prose.js';

type Attributes = Map<string, { readonly value: string; readonly at: Span; readonly valueAt: Span }>;

/** An element while it is read: what a reader sees of it lies between two offsets of the prose. */
export interface Node extends Element {
  end: number;
  readonly open: { start: number; end: number };
  readonly attributes: Attributes;
  readonly proseStart: number;
  proseEnd: number;
}

const cleaned = (name: string): string => name.replaceAll(masked, '').toLowerCase();

/** Reads the tags of a masked text; visible text goes to the prose, and stretches outside links are kept as zones. */
export class ElementReader {
  readonly nodes: Node[] = [];
  readonly zones: { start: number; end: number }[] = [];
  readonly #stack: number[] = [];
  readonly #opened = new Map<string, number>();
  #cursor = 0;
  #entity = -1;
  #name: Span | undefined;
  #value: { start: number; end: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly maskedText: string,
    private readonly prose: ProseBuilder,
    private readonly xml = false,
  ) {}

  read(): void {
    const nothing = (): void => undefined;
    const tokenizer = new Tokenizer(
      { decodeEntities: true, xmlMode: this.xml },
      {
        onattribname: (start, end) => this.#attribute(start, end),
        onattribdata: (start, end) => this.#data(start, end),
        onattribentity: nothing,
        onattribend: (quote, end) => this.#endAttribute(quote, end),
        oncdata: (_start, end) => this.#skip(end),
        onclosetag: (start, end) => this.#close(start, end),
        oncomment: (_start, end) => this.#skip(end + 1),
        ondeclaration: (_start, end) => this.#skip(end + 1),
        onprocessinginstruction: (_start, end) => this.#skip(end + 1),
        onopentagname: (start, end) => this.#open(start, end),
        onopentagend: (end) => this.#endOpen(end, false),
        onselfclosingtag: (end) => this.#endOpen(end, true),
        ontext: (start, end) => this.#words(start, end),
        ontextentity: (codepoint, end) => this.#reference(codepoint, end),
        onend: nothing,
      },
    );
    tokenizer.write(this.maskedText);
    tokenizer.end();
    this.#popTo(0, this.text.length);
  }

  #skip(end: number): void {
    this.#cursor = end;
  }

  #shows = (): boolean => !hidden.some((name) => (this.#opened.get(name) ?? 0) > 0);

  #words(start: number, end: number): void {
    this.#cursor = end;
    if (!this.#shows()) return;
    this.prose.copy(start, end);
    if ((this.#opened.get('a') ?? 0) > 0) return;
    const zone = this.zones.at(-1);
    if (zone?.end === start) zone.end = end;
    else this.zones.push({ start, end });
  }

  #reference(codepoint: number, end: number): void {
    if (this.#cursor !== end) this.#entity = this.#cursor;
    this.#cursor = end;
    if (this.#shows()) this.prose.insert(String.fromCodePoint(codepoint), this.#entity);
  }

  #open(start: number, end: number): void {
    const name = cleaned(this.maskedText.slice(start, end));
    if (!this.xml) this.#closeBefore(name, start - 1);
    if (blocks.has(name)) this.prose.breakLine(start - 1);
    this.nodes.push({
      name,
      start: start - 1,
      end: this.text.length,
      open: { start: start - 1, end },
      attributes: new Map(),
      parent: this.#stack.at(-1) ?? -1,
      proseStart: this.prose.length,
      proseEnd: this.prose.length,
    });
  }

  #attribute(start: number, end: number): void {
    let from = start;
    while (from < end - 1 && this.maskedText[from] === masked) from++;
    this.#name = { start: from, end };
    this.#value = undefined;
  }

  #data(start: number, end: number): void {
    this.#value = { start: this.#value?.start ?? start, end };
  }

  #endAttribute(quote: QuoteType, end: number): void {
    const node = this.nodes.at(-1);
    if (!this.#name || !node) return;
    const name = cleaned(this.maskedText.slice(this.#name.start, this.#name.end));
    const quoted = quote === QuoteType.Double || quote === QuoteType.Single;
    const empty = quote === QuoteType.NoValue ? this.#name.end : end;
    const valueAt = this.#value ? { start: this.#value.start, end } : { start: empty, end: empty };
    if (quoted && this.maskedText[valueAt.end - 1] === this.maskedText[valueAt.start - 1]) valueAt.end--;
    const at = { start: this.#name.start, end: quoted ? valueAt.end + 1 : valueAt.end };
    if (name !== '' && !node.attributes.has(name))
      node.attributes.set(name, { value: this.text.slice(valueAt.start, valueAt.end), at, valueAt });
  }

  #endOpen(end: number, slash: boolean): void {
    this.#cursor = end + 1;
    const node = this.nodes.at(-1);
    if (!node) return;
    node.open.end = end + 1;
    if (this.xml ? slash : isSelfClosing(node.name, slash)) node.end = end + 1;
    else {
      this.#stack.push(this.nodes.length - 1);
      this.#opened.set(node.name, (this.#opened.get(node.name) ?? 0) + 1);
    }
  }

  #close(start: number, end: number): void {
    const name = cleaned(this.maskedText.slice(start, end));
    const after = this.maskedText.indexOf('>', end) + 1 || this.text.length;
    this.#cursor = after;
    if (blocks.has(name)) this.prose.breakLine(start - 2);
    if ((this.#opened.get(name) ?? 0) === 0) return;
    const at = this.#stack.findLastIndex((index) => this.nodes[index]!.name === name);
    this.#popTo(at + 1, start - 2);
    this.#popTo(at, after);
  }

  /** Ends what an element that begins here cannot stand in: a row ends the row before it. */
  #closeBefore(name: string, at: number): void {
    const closes = closedBy.get(name);
    if (!closes) return;
    const lowest = Math.max(0, this.#stack.length - reach);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const open = this.nodes[this.#stack[i]!]!.name;
      if (closes.barriers.has(open)) return;
      if (closes.names.has(open)) {
        this.#popTo(i, at);
        return;
      }
    }
  }

  #popTo(length: number, end: number): void {
    while (this.#stack.length > length) {
      const node = this.nodes[this.#stack.pop()!]!;
      node.end = end;
      node.proseEnd = this.prose.length;
      this.#opened.set(node.name, this.#opened.get(node.name)! - 1);
    }
  }
}
