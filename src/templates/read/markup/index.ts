import type { Element, Link, ParsedText, Part, Prose } from '../../../model/template.js';
import { firstNotBefore } from '../../../text/halving.js';
import { bareAddresses, markdownLinks, withoutOverlaps } from './addresses.js';
import { ElementReader, type Node } from './elements.js';
import { mask, narrowed, outermost } from './mask.js';
import { ProseBuilder } from './prose.js';

export interface Markup {
  readonly prose: Prose;
  readonly links: readonly Link[];
  readonly elements: readonly Element[];
}

const withoutTarget = new Set(['link', 'base', 'mj-font', 'mj-include']);

function linkOf({ name, attributes, proseStart, proseEnd }: Node, prose: string): Link[] {
  const target = attributes.get('th:href') ?? attributes.get('href');
  if (!target || withoutTarget.has(name)) return [];
  const words = prose.slice(proseStart, proseEnd).replace(/\s+/g, ' ').trim();
  return [{ ...target.valueAt, target: target.value, words }];
}

function readHtml(text: string, { tags, uses }: ParsedText, said: boolean): Markup {
  const spans = outermost(tags).map((tag) => narrowed(text, tag));
  const maskedText = mask(text, spans);
  const builder = new ProseBuilder(text, spans, said);
  const reader = new ElementReader(text, maskedText, builder);
  reader.read();
  const prose = builder.build();
  const bare = reader.zones.flatMap((zone) => bareAddresses(text, maskedText, zone, usesIn(uses, zone)));
  const links = [...reader.nodes.flatMap((node) => linkOf(node, prose.text)), ...bare];
  return { prose, links: links.sort((a, b) => a.start - b.start), elements: reader.nodes };
}

/** The uses whose tags lie in a zone; both come in order, so a search finds the first. */
function usesIn(
  uses: ParsedText['uses'],
  { start, end }: { start: number; end: number },
): ParsedText['uses'] {
  const first = firstNotBefore(uses, (use) => use.start < start);
  let last = first;
  while (last < uses.length && uses[last]!.start < end) last++;
  return uses.slice(first, last);
}

function readText(text: string, { tags, uses }: ParsedText, said: boolean): Markup {
  const spans = outermost(tags);
  const maskedText = mask(text, spans);
  const builder = new ProseBuilder(text, spans, said);
  builder.copy(0, text.length);
  const bare = bareAddresses(text, maskedText, { start: 0, end: text.length }, uses);
  const links = withoutOverlaps([...markdownLinks(text, maskedText), ...bare]);
  return { prose: builder.build(), links, elements: [] };
}

/** What a reader sees of a text, the links that can be followed, and its elements; `said`: also what its tags have translated. */
export const readMarkup = (text: string, markup: Part['markup'], parsed: ParsedText, said = false): Markup =>
  markup === 'text' ? readText(text, parsed, said) : readHtml(text, parsed, said);
