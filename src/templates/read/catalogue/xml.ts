import type { Element } from '../../../model/template.js';
import { addTo } from '../../../text/group-by.js';
import { ElementReader } from '../markup/elements.js';
import { ProseBuilder } from '../markup/prose.js';
import type { Catalogue, Entry } from './entry.js';

interface Tree {
  readonly elements: readonly Element[];
  readonly children: ReadonlyMap<number, readonly number[]>;
}

function readTree(source: string): Tree {
  const reader = new ElementReader(source, source, new ProseBuilder(source, []), true);
  reader.read();
  const children = new Map<number, number[]>();
  for (const [i, { parent }] of reader.nodes.entries()) {
    addTo(children, parent, i);
  }
  return { elements: reader.nodes, children };
}

/** Text of an element with references decoded; elements inside it (`<x/>`, `<b>`) stay as they are written. */
function contentOf(source: string, { open, end, name }: Element): Pick<Entry, 'text' | 'toFile'> {
  const close = source.lastIndexOf('</', end - 1);
  const stop = close >= open.end && source.startsWith(`</${name}`, close) ? close : end;
  const builder = new ProseBuilder(source, []);
  const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));|<!\[CDATA\[|\]\]>/gi;
  reference.lastIndex = open.end;
  let from = open.end;
  for (let match = reference.exec(source); match && match.index < stop; match = reference.exec(source)) {
    builder.copy(from, match.index);
    builder.insert(decoded(match), match.index);
    from = reference.lastIndex;
  }
  builder.copy(from, stop);
  const { text, toText } = builder.build();
  return { text, toFile: (offset) => Math.min(toText(offset), stop) };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded([, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return named[name.toLowerCase()]!;
  if (decimal === undefined && hexadecimal === undefined) return '';
  const point = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
}

const value = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes.get(name)?.value;

/** Reads XLIFF 1.2 and 2: targets in their language, sources in theirs. */
export function readXliff(source: string): Catalogue {
  const { elements, children } = readTree(source);
  let languages: { source?: string; target?: string } = {};
  const entries: Entry[] = [];
  const add = (key: string, at: number): void => {
    const element = elements[at]!;
    const locale = languages[element.name as 'source' | 'target'];
    const content = contentOf(source, element);
    // A source that repeats the key is no text of any language.
    if (element.name === 'source' && content.text === key) return;
    if (content.text.trim() !== '') entries.push({ path: [key], ...content, ...(locale && { locale }) });
  };
  for (const [i, element] of elements.entries()) {
    const { name } = element;
    if (name === 'file' || name === 'xliff') {
      const from = value(element, 'source-language') ?? value(element, 'srclang');
      const to = value(element, 'target-language') ?? value(element, 'trglang');
      languages = { ...languages, ...(from && { source: from }), ...(to && { target: to }) };
    }
    if (name !== 'trans-unit' && name !== 'segment') continue;
    const owner = name === 'segment' ? elements[element.parent] : element;
    const key = value(owner, 'resname') ?? value(owner, 'name') ?? value(owner, 'id') ?? '';
    for (const child of children.get(i) ?? [])
      if (elements[child]!.name === 'source' || elements[child]!.name === 'target') add(key, child);
  }
  return { entries };
}

/** Reads Android's strings.xml and .NET's .resx: elements that name a text. */
export function readXmlStrings(source: string): Catalogue {
  const { elements, children } = readTree(source);
  const entries = elements.flatMap((element, i): Entry[] => {
    const key = value(element, 'name');
    if (key === undefined || (element.name !== 'string' && element.name !== 'data')) return [];
    const inside = (children.get(i) ?? []).map((at) => elements[at]!).find(({ name }) => name === 'value');
    return [{ path: key.split('.'), ...contentOf(source, inside ?? element) }];
  });
  return { entries };
}
