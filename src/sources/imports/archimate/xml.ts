/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';

/** An element of an XML text. */
export interface Xml {
  /** Without prefix. */
  readonly name: string;
  /** Of the root element only. */
  readonly namespace: string;
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  text: string;
  /** Where it stands: `/model/elements/element[3]`. */
  readonly pointer: string;
}

export interface XmlText {
  readonly root?: Xml;
  readonly mistakes: readonly { readonly row: number; readonly message: string }[];
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : 'xmlns');

/** No document of anybody's nests so deep, and what comes after walks it step by step. */
const deepest = 200;

/** Builds the tree while the text is read. */
class Builder {
  root: Xml | undefined;
  readonly mistakes: { row: number; message: string }[] = [];
  private readonly open: { readonly one: Xml; readonly counts: Map<string, number> }[] = [];

  begin(name: string, attributes: Readonly<Record<string, string>>, namespace: string): void {
    const parent = this.open.at(-1);
    if (parent && this.open.length >= deepest) {
      this.blame(0, `elements stand more than ${deepest} deep in each other`);
      this.open.push(parent);
      return;
    }
    const place = (parent?.counts.get(name) ?? 0) + 1;
    parent?.counts.set(name, place);
    const pointer = parent ? `${parent.one.pointer}/${name}[${place}]` : `/${name}`;
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [bare(key), value]));
    const one: Xml = { name, namespace, attributes: plain, children: [], text: '', pointer };
    if (parent) parent.one.children.push(one);
    else this.root ??= one;
    this.open.push({ one, counts: new Map() });
  }

  end(): void {
    this.open.pop();
  }

  say(text: string): void {
    const inside = this.open.at(-1);
    if (inside) inside.one.text += text;
  }

  blame(row: number, message: string): void {
    if (this.mistakes.length === 0) this.mistakes.push({ row: row + 1, message });
  }
}

/** Reads an XML text strictly; document types, which could define entities, are refused. */
export function readXml(text: string): XmlText {
  const builder = new Builder();
  const parser = new Parser({ proxy: true });
  parser.ns();
  parser.on('openTag', ({ originalName, attrs, ns }) => {
    const isRoot = builder.root === undefined;
    builder.begin(bare(originalName), attrs, isRoot ? (ns[`${prefixOf(originalName)}$uri`] ?? '') : '');
  });
  parser.on('closeTag', () => builder.end());
  parser.on('text', (raw, decode) => builder.say(decode(raw)));
  parser.on('cdata', (raw) => builder.say(raw));
  parser.on('attention', (_, __, context) => builder.blame(context().line, 'document types are not read'));
  parser.on('error', ({ message }, context) => builder.blame(context().line, `this is no XML: ${message}`));
  parser.on('warn', ({ message }, context) => {
    // The prefix `xml` needs no declaration, which the parser does not know.
    if (!message.includes('prefix <xml>')) builder.blame(context().line, `this is no XML: ${message}`);
  });
  parser.parse(text.replace(/^\ufeff/, ''));
  return { mistakes: builder.mistakes, ...(builder.root && { root: builder.root }) };
}

/** The first child of that name. */
export const childOf = (one: Xml, name: string): Xml | undefined =>
  one.children.find((child) => child.name === name);
